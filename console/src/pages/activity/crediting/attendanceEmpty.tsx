import { Button } from 'antd';
import { Link } from 'react-router';
import { EmptyState } from '../../../components/states';

interface Props {
  only: 'all' | 'effective' | 'uncredited';
  activityId: string;
  onShowAll: () => void;
}

/** Why nobody is listed, and where to look next. */
export function AttendanceEmpty({ only, activityId, onShowAll }: Props) {
  if (only === 'all') {
    return (
      <EmptyState
        icon="users"
        title="还没有人签到"
        hint="举办周期内打开签到大屏，学员扫码后会出现在这里"
        action={<Link to={`/activities/${activityId}/site`}>去现场打开大屏</Link>}
      />
    );
  }
  return (
    <EmptyState
      icon={only === 'uncredited' ? 'check' : 'users'}
      title={only === 'uncredited' ? '没有未授分的人员' : '还没有有效人员'}
      hint={
        only === 'uncredited'
          ? '这个活动的人员都已授分'
          : '每个举办周期内都有签到、并完成所要求的考试与评价的人员才有效，可以在全部名单中查看缺什么'
      }
      action={<Button onClick={onShowAll}>查看全部有考勤的人员</Button>}
    />
  );
}
