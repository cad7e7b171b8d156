import type { Region } from '@common/contract/regionsUnits';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Sheet } from '@/components/sheet/sheet';
import { RegionList } from '@/components/unit-sheet/regionList';
import { RegionPath } from '@/components/unit-sheet/regionPath';

interface RegionSheetProps {
  isOpen: boolean;
  /** 省, 市, 县 as far as chosen. */
  value: readonly Region[];
  onClose: () => void;
  onChoose: (regions: Region[]) => void;
}

/** 地区: a province, a city or a county; a county ends the choice at once. */
export function RegionSheet(props: RegionSheetProps) {
  // Drawn anew each time, so that what was looked at and not chosen is forgotten.
  return props.isOpen ? <Regions {...props} /> : null;
}

function Regions({ value, onClose, onChoose }: RegionSheetProps) {
  const [regions, setRegions] = useState<readonly Region[]>(value);
  const [current] = regions.slice(-1);
  const step = (region: Region) => {
    if (region.hasChildren) {
      setRegions([...regions, region]);
    } else {
      onChoose([...regions, region]);
    }
  };
  return (
    <Sheet
      isOpen
      title="选择地区"
      onClose={onClose}
      isTall
      footer={
        <Button id="region-done" onPress={() => onChoose([...regions])}>
          {current ? `看${current.name}的活动` : '看全国的活动'}
        </Button>
      }
    >
      <RegionPath regions={regions} onRegions={setRegions} />
      {current && !current.hasChildren ? null : <RegionList parent={current} onChoose={step} />}
    </Sheet>
  );
}
