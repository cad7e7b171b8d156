import type { SavedAnalysis } from '@common/contract/analyses';
import { Button } from 'antd';
import { Link } from 'react-router';
import { EmptyState } from '../../../../components/states';
import { resultAddress } from '../../analysis/words';

interface Props {
  analysis: SavedAnalysis;
  isFiltered: boolean;
  onAll: () => void;
}

/** Why nobody is left to be credited, and where to look next. */
export function PersonsEmpty({ analysis: { id, activityId, counts, grantable }, isFiltered, onAll }: Props) {
  if (isFiltered && grantable > 0) {
    return (
      <EmptyState
        title="没有筛选到授分人员"
        hint="换一些条件，或者查看全部可授分的人员"
        action={<Button onClick={onAll}>查看全部</Button>}
      />
    );
  }
  return counts.effective > 0 ? (
    <EmptyState
      icon="check"
      title="有效人员都已授分"
      hint="每人只授一次；审核进度在授分记录中查看"
      action={<Link to={`/creditings?activity=${activityId}`}>查看授分记录</Link>}
    />
  ) : (
    <EmptyState
      icon="users"
      title="没有有效人员"
      hint="每人无效的原因在考勤分析结果中；调整刷卡周期或条件后可以重新分析"
      action={<Link to={resultAddress(activityId, id)}>查看考勤分析结果</Link>}
    />
  );
}
