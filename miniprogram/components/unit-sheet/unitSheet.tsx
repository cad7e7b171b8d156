import type { Region } from '@common/contract/regionsUnits';
import { theme } from '@common/theme';
import { Input, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Icon } from '@/components/icon/icon';
import { Sheet } from '@/components/sheet/sheet';
import type { UnitChoice, UnitWanted } from '@/services/registerForm';
import { RegionList } from './regionList';
import { RegionPath } from './regionPath';
import { UnitList } from './unitList';
import { UnitRequestForm } from './unitRequestForm';
import './unitSheet.scss';

/** A province has thousands of units: first a city, or some characters of the name. */
const PROVINCE_CODE = 2;

interface UnitSheetProps {
  isOpen: boolean;
  title?: string;
  /** 省, 市, 县 as far as chosen. */
  regions: readonly Region[];
  onRegions: (regions: Region[]) => void;
  onClose: () => void;
  onChoose: (unit: UnitChoice) => void;
  /** Where a unit that is not there can be asked for. */
  onRequest?: (unit: UnitWanted) => void;
}

/**
 * Finding one's unit: by region down to the county, by any characters or pinyin initials of its names, or both. There is no
 * 无单位 (manual 003 §三(1)): who does not find his asks for it to be added.
 */
export function UnitSheet(props: UnitSheetProps) {
  return (
    <Sheet isOpen={props.isOpen} title={props.title ?? '选择单位'} onClose={props.onClose} isTall>
      <UnitSearch {...props} />
    </Sheet>
  );
}

function UnitSearch(props: UnitSheetProps) {
  const { onRequest } = props;
  const [q, setQ] = useState('');
  const [isAsking, setAsking] = useState(false);
  if (isAsking && onRequest) {
    return (
      <UnitRequestForm
        name={q}
        regions={props.regions}
        onRegions={props.onRegions}
        onRequest={onRequest}
        onBack={() => setAsking(false)}
      />
    );
  }
  return <UnitFinder {...props} q={q} onQ={setQ} onAsk={onRequest && (() => setAsking(true))} />;
}

interface UnitFinderProps extends Pick<UnitSheetProps, 'regions' | 'onRegions' | 'onChoose'> {
  q: string;
  onQ: (q: string) => void;
  onAsk: (() => void) | undefined;
}

function UnitFinder({ regions, onRegions, onChoose, q, onQ, onAsk }: UnitFinderProps) {
  const [current] = regions.slice(-1);
  const isSearching = q.trim() !== '';
  const isListing = isSearching || (current !== undefined && current.code.length > PROVINCE_CODE);
  return (
    <View>
      <View className="unit-search">
        <Icon name="search" size={20} color={theme.color.inkFaint} />
        <Input
          className="unit-search__input"
          id="unit-q"
          value={q}
          maxlength={40}
          placeholder="名称中的一两个字，或拼音首字母"
          placeholderClass="field__placeholder"
          onInput={(event) => onQ(event.detail.value)}
          aria-label="查找单位"
        />
      </View>
      <RegionPath regions={regions} onRegions={onRegions} />
      {isSearching || (current && !current.hasChildren) ? null : (
        <RegionList parent={current} onChoose={(region) => onRegions([...regions, region])} />
      )}
      {isListing ? <UnitList region={current} q={q.trim()} onChoose={onChoose} /> : null}
      {onAsk ? (
        <View className="unit-missing">
          <View className="t-small">单位可能用的是别名或曾用名，搬迁过的请到原来的区县再查。</View>
          <Button id="unit-missing" kind="secondary" size="small" onPress={onAsk}>
            找不到我的单位
          </Button>
        </View>
      ) : null}
    </View>
  );
}
