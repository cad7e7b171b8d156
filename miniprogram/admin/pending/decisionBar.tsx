import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Pressable } from '@/components/pressable/pressable';
import { ask } from '@/services/feedback';
import { Tick } from '../parts/tick';
import type { Approvals } from './useApprovals';

/** 本页全选, 全部, 不通过, 通过: at the foot of the list. */
export function DecisionBar({ approvals, onReject }: { approvals: Approvals; onReject: () => void }) {
  const { pages, selected, isPageSelected, progress, togglePage, selectAll, decide } = approvals;
  const count = selected.length;
  const shown = pages.items?.length ?? 0;
  const approve = async () => {
    // Nobody has looked at those who are not on the screen.
    const isSure =
      count <= shown || (await ask('审核通过', `将通过 ${count} 人，其中有的还没有显示在列表中。`, '通过'));
    if (isSure) {
      await decide('approve');
    }
  };
  return (
    <>
      {progress ? <View className="pending__progress">{progress}</View> : null}
      {isPageSelected && pages.hasMore && !progress ? (
        <View className="pending__across">
          {count > shown ? (
            <View className="t-soft">已选择全部 {count} 人</View>
          ) : (
            <Button id="select-all-pages" kind="quiet" size="small" onPress={selectAll}>
              已选本页 {count} 人，选择全部 {pages.total} 人
            </Button>
          )}
        </View>
      ) : null}
      <View className="row">
        <Pressable
          id="select-all"
          className="pending__all"
          role="checkbox"
          isChecked={isPageSelected}
          onPress={togglePage}
        >
          <Tick isOn={isPageSelected} />
          <View className="pending__all-words">本页全选</View>
        </Pressable>
        <View className="pending__reject">
          <Button id="reject" kind="danger" disabled={count === 0} onPress={onReject}>
            不通过
          </Button>
        </View>
        <View className="grow">
          <Button id="approve" disabled={count === 0} onPress={approve}>
            {count > 0 ? `通过 ${count} 人` : '审核通过'}
          </Button>
        </View>
      </View>
    </>
  );
}
