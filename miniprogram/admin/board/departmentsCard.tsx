import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Empty } from '@/components/empty/empty';
import { Pressable } from '@/components/pressable/pressable';
import type { Presence } from './useBoard';

interface DepartmentsCardProps extends Pick<Presence, 'departments'> {
  onChoose: (name: string) => void;
}

/** 科室 of the own unit, and the other units, each with how many of theirs are here. */
export function DepartmentsCard({ departments, onChoose }: DepartmentsCardProps) {
  if (departments.length === 0) {
    return <Empty icon="unit" title="还没有人报名或签到" detail="有人报名后，按科室和单位统计到场人数" />;
  }
  return (
    <Card title="各科室到场" aside={<View className="t-small">在场 / 应到</View>}>
      {departments.map(({ name, here, expected }) => (
        <Pressable
          key={name}
          className="board__department"
          onPress={() => onChoose(name)}
          label={`${name}，应到${expected}人，在场${here}人，查看人员`}
        >
          <View className="row">
            <View className="grow">{name}</View>
            <View className="board__share">
              {here} / {expected}
            </View>
          </View>
          <View className="board__bar">
            <View
              className={`board__fill ${here === expected ? 'board__fill--full' : ''}`}
              style={{ width: `${Math.round((100 * here) / expected)}%` }}
            />
          </View>
        </Pressable>
      ))}
    </Card>
  );
}
