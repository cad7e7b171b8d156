import type { Region } from '@common/contract/regionsUnits';
import { View } from '@tarojs/components';
import { Pressable } from '@/components/pressable/pressable';
import './unitSheet.scss';

interface RegionPathProps {
  regions: readonly Region[];
  onRegions: (regions: Region[]) => void;
}

/** 全国 › 湖南省 › 郴州市: a tap goes back up. */
export function RegionPath({ regions, onRegions }: RegionPathProps) {
  return (
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
  );
}
