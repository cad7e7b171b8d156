import { DISCIPLINE_GROUPS } from '@common/disciplines';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Pressable } from '@/components/pressable/pressable';
import { Sheet } from '@/components/sheet/sheet';

interface DisciplineSheetProps {
  isOpen: boolean;
  /** Two or four digits; empty for all. */
  value: string;
  onClose: () => void;
  onChoose: (code: string) => void;
}

/** 二级学科 on the left, its 三级学科 on the right; a whole 二级学科 can be chosen too. */
export function DisciplineSheet({ isOpen, value, onClose, onChoose }: DisciplineSheetProps) {
  return (
    <Sheet isOpen={isOpen} title="选择学科" onClose={onClose} isTall>
      <Disciplines value={value} onChoose={onChoose} />
    </Sheet>
  );
}

function Disciplines({ value, onChoose }: Pick<DisciplineSheetProps, 'value' | 'onChoose'>) {
  const [groupCode, setGroupCode] = useState(value.slice(0, 2));
  const group = DISCIPLINE_GROUPS.find(({ code }) => code === groupCode);
  const options = group
    ? [{ code: group.code, name: `全部${group.name}` }, ...group.disciplines]
    : [{ code: '', name: '不限学科' }];
  return (
    <View className="disciplines">
      <View className="disciplines__groups">
        {[{ code: '', name: '全部学科' }, ...DISCIPLINE_GROUPS].map(({ code, name }) => (
          <Pressable
            key={code}
            className={`disciplines__group ${code === groupCode ? 'disciplines__group--on' : ''}`}
            onPress={() => setGroupCode(code)}
            role="tab"
            isChecked={code === groupCode}
          >
            {name}
          </Pressable>
        ))}
      </View>
      <View className="disciplines__names">
        {options.map(({ code, name }) => (
          <Pressable
            key={code}
            className={`disciplines__name ${code === value ? 'disciplines__name--on' : ''}`}
            onPress={() => onChoose(code)}
            isChecked={code === value}
          >
            {name}
          </Pressable>
        ))}
      </View>
    </View>
  );
}
