import type { SpotCheckView } from '@common/contract/presence';
import { View } from '@tarojs/components';
import { ListRow } from '@/components/list-row/listRow';
import { StatusTag } from '@/components/status-tag/statusTag';

interface AnswersProps extends Pick<SpotCheckView, 'people'> {
  isOver: boolean;
}

/** Who was drawn, and whether he answered; what speaks against an answer stands below it. */
export function Answers({ people, isOver }: AnswersProps) {
  return (
    <View className="spot__people">
      {people.map((one) => (
        <View key={one.learnerId}>
          <ListRow
            title={one.name}
            detail={[one.unitName, one.department].filter(Boolean).join(' · ')}
            value={
              one.confirmedAt ? (
                <StatusTag tone="done">已应答</StatusTag>
              ) : (
                <StatusTag tone={isOver ? 'plain' : 'waiting'}>{isOver ? '未应答' : '等待应答'}</StatusTag>
              )
            }
          />
          {one.remark ? <View className="spot__remark">{one.remark}，请现场核实</View> : null}
        </View>
      ))}
    </View>
  );
}
