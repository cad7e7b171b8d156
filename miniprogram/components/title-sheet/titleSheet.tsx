import type { Title } from '@common/terms';
import { View } from '@tarojs/components';
import { Chips } from '@/components/chips/chips';
import { Sheet } from '@/components/sheet/sheet';
import { TITLE_GROUPS } from '@/services/titleGroups';
import './titleSheet.scss';

interface TitleSheetProps {
  isOpen: boolean;
  value: Title | '';
  onClose: () => void;
  onChoose: (title: Title) => void;
}

/** 职称 by series. */
export function TitleSheet({ isOpen, value, onClose, onChoose }: TitleSheetProps) {
  return (
    <Sheet isOpen={isOpen} title="选择职称" onClose={onClose}>
      {TITLE_GROUPS.map((group) => (
        <View key={group.name} className="titles__group">
          <View className="titles__name">{group.name}</View>
          <Chips options={group.options} value={value || null} onChange={onChoose} />
        </View>
      ))}
    </Sheet>
  );
}
