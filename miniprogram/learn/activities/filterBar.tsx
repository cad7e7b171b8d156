import { DISCIPLINE_GROUPS, DISCIPLINES } from '@common/disciplines';
import { PROJECT_LEVELS } from '@common/terms';
import { theme } from '@common/theme';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Icon } from '@/components/icon/icon';
import { Pressable } from '@/components/pressable/pressable';
import type { Filters } from '../services/finder';
import { DisciplineSheet } from './disciplineSheet';
import { LevelSheet } from './levelSheet';
import { RegionSheet } from './regionSheet';

interface FilterBarProps {
  filters: Filters;
  onChange: (part: Partial<Filters>) => void;
}

type Name = 'discipline' | 'region' | 'level';

/** 学科, 地区, 级别: each says what it is set to and opens its sheet. */
export function FilterBar({ filters, onChange }: FilterBarProps) {
  const [opened, setOpened] = useState<Name | null>(null);
  const close = () => setOpened(null);
  const choose = (part: Partial<Filters>) => {
    onChange(part);
    close();
  };
  const [region] = filters.regions.slice(-1);
  const buttons: [Name, string, string | undefined][] = [
    ['discipline', '学科', nameOf(filters.discipline)],
    ['region', '地区', region?.name],
    ['level', '级别', filters.level ? PROJECT_LEVELS[filters.level] : undefined],
  ];
  return (
    <View className="filters">
      {buttons.map(([name, label, value]) => (
        <Pressable
          key={name}
          id={`filter-${name}`}
          className={`filters__one ${value ? 'filters__one--set' : ''}`}
          onPress={() => setOpened(name)}
          label={`${label}：${value ?? '全部'}`}
        >
          <View className="filters__words">{value ?? label}</View>
          <View className="filters__arrow">
            <Icon name="chevron" size={14} color={value ? theme.color.brand : theme.color.inkFaint} />
          </View>
        </Pressable>
      ))}
      <DisciplineSheet
        isOpen={opened === 'discipline'}
        value={filters.discipline}
        onClose={close}
        onChoose={(discipline) => choose({ discipline })}
      />
      <RegionSheet
        isOpen={opened === 'region'}
        value={filters.regions}
        onClose={close}
        onChoose={(regions) => choose({ regions })}
      />
      <LevelSheet
        isOpen={opened === 'level'}
        value={filters.level}
        onClose={close}
        onChoose={(level) => choose({ level })}
      />
    </View>
  );
}

/** 护理学 of 14, 外科护理学 of 1402. */
function nameOf(code: string): string | undefined {
  const found =
    DISCIPLINE_GROUPS.find((group) => group.code === code) ?? DISCIPLINES.find((each) => each.code === code);
  return found?.name;
}
