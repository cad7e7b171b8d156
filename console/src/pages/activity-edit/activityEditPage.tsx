import { isEditable } from '@common/rules/review';
import { Skeleton } from 'antd';
import { Link, useParams } from 'react-router';
import { client } from '../../api/session';
import { Loaded } from '../../components/loaded';
import { EmptyState } from '../../components/states';
import { useLoad } from '../../hooks/useLoad';
import { Editor } from './editor';
import { stepOf } from './editSteps';

/** Filling in an activity that was added (manual 000 §一8–11); what was handed in already is only read. */
export default function ActivityEditPage() {
  const { activityId = '', step } = useParams();
  const load = useLoad(() => client.activities.getActivity({ activityId }), [activityId]);
  if (load.error?.code === 'NOT_FOUND') {
    return (
      <section className="card">
        <EmptyState
          title="没有找到这个活动"
          hint="它可能已被删除，或不属于当前账号"
          action={<Link to="/activities">返回项目管理</Link>}
        />
      </section>
    );
  }
  const shown = load.data?.id === activityId ? load : { ...load, data: null };
  return (
    <Loaded load={shown} skeleton={<Skeleton active className="card pad" paragraph={{ rows: 12 }} />}>
      {(activity) =>
        isEditable(activity.state) ? (
          <Editor key={activity.id} activity={activity} step={stepOf(step)} />
        ) : (
          <section className="card">
            <EmptyState
              icon="clock"
              title="已经提交，现在不能修改"
              hint="等待审核的申请可以撤回后修改；审核通过后，时间和会场可以申请变更"
              action={<Link to={`/activities/${activityId}`}>查看活动</Link>}
            />
          </section>
        )
      }
    </Loaded>
  );
}
