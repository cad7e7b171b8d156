import type { Region } from '@common/contract/regionsUnits';
import { View } from '@tarojs/components';
import { ErrorState } from '@/components/error-state/errorState';
import { Pressable } from '@/components/pressable/pressable';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useLoad } from '@/hooks/useLoad';
import { api } from '@/services/session';
import './unitSheet.scss';

interface RegionListProps {
  parent: Region | undefined;
  onChoose: (region: Region) => void;
}

/** The regions below one, three in a row. */
export function RegionList({ parent, onChoose }: RegionListProps) {
  const { data, error, reload } = useLoad(
    async () => (await api.regionsUnits.listRegions(parent ? { parent: parent.code } : {})).items,
    parent?.code ?? '',
  );
  if (!data) {
    return error ? <ErrorState error={error} onRetry={reload} /> : <Skeleton cards={1} lines={4} />;
  }
  return (
    <View className="regions">
      {data.map((region) => (
        <Pressable key={region.code} className="regions__one" onPress={() => onChoose(region)}>
          {region.name}
        </Pressable>
      ))}
    </View>
  );
}
