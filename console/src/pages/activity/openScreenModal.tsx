import type { ActivityRow, ActivityView } from '@common/contract/activities';
import { Modal } from 'antd';
import { Link } from 'react-router';
import { client } from '../../api/session';
import { Loaded } from '../../components/loaded';
import { EmptyState } from '../../components/states';
import { showHours } from '../../format';
import { useLoad } from '../../hooks/useLoad';
import { OpenDisplays } from './openDisplays';
import { ScreenButtons } from './screenButtons';
import { useDisplays } from './useDisplays';
import './activity.css';

/** Chooses the course and the direction of a screen, from anywhere that lists activities. */
export function OpenScreenModal({
  activity,
  onClose,
}: {
  activity: ActivityRow | null;
  onClose: () => void;
}) {
  return (
    <Modal
      open={activity !== null}
      title="打开会场大屏"
      footer={null}
      width={680}
      destroyOnHidden
      onCancel={onClose}
    >
      {activity && <Courses activityId={activity.id} name={activity.name} />}
    </Modal>
  );
}

function Courses({ activityId, name }: { activityId: string; name: string }) {
  const load = useLoad<ActivityView>(() => client.activities.getActivity({ activityId }), [activityId]);
  const displays = useDisplays(activityId);
  return (
    <>
      <p className="soft">{name}</p>
      <Loaded load={load}>
        {({ courses }) =>
          courses.length === 0 ? (
            <EmptyState
              icon="calendar"
              title="这个活动还没有课程"
              hint="维护课程信息后才能签到"
              action={<Link to={`/activities/${activityId}`}>查看活动</Link>}
            />
          ) : (
            <>
              <ul className="choose-course">
                {courses.map((course) => (
                  <li key={course.id}>
                    <div>
                      <b>{course.name}</b>
                      <span className="faint">
                        {[course.lecturer, showHours(course.minutes)].filter(Boolean).join('，')}
                      </span>
                    </div>
                    <ScreenButtons courseId={course.id} displays={displays} />
                  </li>
                ))}
              </ul>
              {displays.displays.length > 0 && (
                <>
                  <h3 className="open-displays__title">已打开的大屏</h3>
                  <OpenDisplays displays={displays} />
                </>
              )}
            </>
          )
        }
      </Loaded>
    </>
  );
}
