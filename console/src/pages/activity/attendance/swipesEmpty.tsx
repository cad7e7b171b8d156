import { Button } from 'antd';
import { Link } from 'react-router';
import { EmptyState } from '../../../components/states';

interface Props {
  /** Something is there, as against nothing at all. */
  isNarrowed: boolean;
  activityId: string;
  onShowAll: () => void;
}

/** Why no swipe is listed, and what brings some. */
export function SwipesEmpty({ isNarrowed, activityId, onShowAll }: Props) {
  return isNarrowed ? (
    <EmptyState
      title="没有这样的考勤记录"
      hint="换一个条件查询，或者查看全部记录"
      action={<Button onClick={onShowAll}>查看全部考勤</Button>}
    />
  ) : (
    <EmptyState
      icon="users"
      title="还没有人签到"
      hint="举办周期内打开签到大屏，学员扫码后会出现在这里；因故不能扫码的，可以补录并写明原因"
      action={<Link to={`/activities/${activityId}/site`}>去现场打开大屏</Link>}
    />
  );
}
