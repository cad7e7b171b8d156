import type { Region, UnitFound } from '@common/contract/regionsUnits';
import { theme } from '@common/theme';
import { View } from '@tarojs/components';
import { Empty } from '@/components/empty/empty';
import { ErrorState } from '@/components/error-state/errorState';
import { Icon } from '@/components/icon/icon';
import { Pressable } from '@/components/pressable/pressable';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useDebounced } from '@/hooks/useDebounced';
import { useLoad } from '@/hooks/useLoad';
import type { UnitChoice } from '@/services/registerForm';
import { api } from '@/services/session';

const LIMIT = 30;

interface UnitListProps {
  region: Region | undefined;
  q: string;
  onChoose: (unit: UnitChoice) => void;
}

/** The units that fit, by present name, alias or former name. */
export function UnitList({ region, q, onChoose }: UnitListProps) {
  const settled = useDebounced(q);
  const { data, error, reload } = useLoad(
    async () =>
      (await api.regionsUnits.searchUnits({ region: region?.code, q: settled, limit: LIMIT })).items,
    `${region?.code ?? ''} ${settled}`,
  );
  if (!data) {
    return error ? <ErrorState error={error} onRetry={reload} /> : <Skeleton cards={1} lines={5} />;
  }
  if (data.length === 0) {
    return <NotFound region={region} q={q} />;
  }
  return (
    <View className="units">
      {data.map((unit) => (
        <Pressable key={unit.id} className="units__one" onPress={() => onChoose(unit)}>
          <View className="grow">
            <View className="units__name">{namesOf(unit)}</View>
            <View className="units__region">{unit.regionName}</View>
          </View>
          <Icon name="chevron" size={18} color={theme.color.inkFaint} />
        </Pressable>
      ))}
      {data.length === LIMIT ? (
        <View className="units__more">只显示前{LIMIT}家，请输入名称中的字继续查找</View>
      ) : null}
    </View>
  );
}

/** What was found under another name says so: 岩泉镇中心卫生院（现名：宜章县第二人民医院）. */
function namesOf(unit: UnitFound): string {
  return unit.matchedName && unit.matchedName !== unit.name
    ? `${unit.matchedName}（现名/又名：${unit.name}）`
    : unit.name;
}

function NotFound({ region, q }: { region: Region | undefined; q: string }) {
  return (
    <Empty
      icon="search"
      title={q ? `没有找到“${q}”` : `${region?.name ?? '这里'}还没有单位`}
      detail="请换名称中的一两个字再试，或到其他区县查找"
      isCompact
    />
  );
}
