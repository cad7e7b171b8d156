import type { Region } from '@common/contract/regionsUnits';
import { theme } from '@common/theme';
import { Input, View } from '@tarojs/components';
import { useState } from 'react';
import { Icon } from '@/components/icon/icon';
import { Pressable } from '@/components/pressable/pressable';
import { Sheet } from '@/components/sheet/sheet';
import type { UnitChoice } from '@/services/registerForm';
import { RegionList } from './regionList';
import { UnitList } from './unitList';

/** A province has thousands of units: first a city, or some characters of the name. */
const PROVINCE_CODE = 2;

interface UnitSheetProps {
  isOpen: boolean;
  /** 省, 市, 县 as far as chosen. */
  regions: readonly Region[];
  onRegions: (regions: Region[]) => void;
  onClose: () => void;
  onChoose: (unit: UnitChoice) => void;
}

/** Finding one's unit: by region down to the county, by any characters of its names, or both. */
export function UnitSheet(props: UnitSheetProps) {
  return (
    <Sheet isOpen={props.isOpen} title="选择单位" onClose={props.onClose} isTall>
      <UnitFinder {...props} />
    </Sheet>
  );
}

function UnitFinder({ regions, onRegions, onChoose }: UnitSheetProps) {
  const [q, setQ] = useState('');
  const [current] = regions.slice(-1);
  return (
    <View>
      <View className="unit-search">
        <Icon name="search" size={20} color={theme.color.inkFaint} />
        <Input
          className="unit-search__input"
          id="unit-q"
          value={q}
          maxlength={40}
          placeholder="输入单位名称中的一两个字，如“疾”"
          placeholderClass="field__placeholder"
          onInput={(event) => setQ(event.detail.value)}
        />
      </View>
      <View className="unit-path">
        <Pressable className="unit-path__step" onPress={() => onRegions([])}>
          全国
        </Pressable>
        {regions.map((region, index) => (
          <Pressable
            key={region.code}
            className="unit-path__step"
            onPress={() => onRegions(regions.slice(0, index + 1))}
          >
            {region.name}
          </Pressable>
        ))}
      </View>
      {q.trim() || (current && !current.hasChildren) ? null : (
        <RegionList parent={current} onChoose={(region) => onRegions([...regions, region])} />
      )}
      {q.trim() || (current && current.code.length > PROVINCE_CODE) ? (
        <UnitList region={current} q={q.trim()} onChoose={onChoose} />
      ) : null}
    </View>
  );
}
