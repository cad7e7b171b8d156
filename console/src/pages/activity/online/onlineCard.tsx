import type { ActivityView } from '@common/contract/activities';
import type { OutputOf } from '@common/contract/endpoint';
import type { onlineClasses } from '@common/contract/onlineClasses';
import { Button } from 'antd';
import { useState } from 'react';
import { client } from '../../../api/session';
import { Guarded } from '../../../components/guarded';
import { ErrorState } from '../../../components/states';
import { useLoad } from '../../../hooks/useLoad';
import { OnlineClassModal } from './onlineClassModal';
import { howMany, showWatched } from './onlineWords';
import './online.css';

type Listed = OutputOf<typeof onlineClasses.listOnlineClasses>['items'][number];
type Course = ActivityView['courses'][number];

/** 线上课程: which courses are followed on the phone, and how many have. Nothing where the project is 面授. */
export function OnlineCard({ activity }: { activity: ActivityView }) {
  const activityId = activity.id;
  const load = useLoad(() => client.onlineClasses.listOnlineClasses({ activityId }), [activityId]);
  const [edited, setEdited] = useState<Course | null>(null);
  const { data, error, loading } = load;
  if (!data) {
    return error && !loading ? (
      <section className="card">
        <ErrorState error={error} onRetry={load.reload} />
      </section>
    ) : null;
  }
  if (!data.isOnline) {
    return null;
  }
  const setOf = (courseId: string) => data.items.find((item) => item.courseId === courseId) ?? null;
  return (
    <section className="card" aria-label="线上课程">
      <div className="card__head">
        <h2>线上课程</h2>
        <span className="faint">学员在手机上学习，开始即签到，学完即撤离</span>
      </div>
      <ul className="online-classes">
        {activity.courses.map((course) => (
          <li key={course.id}>
            <ClassLine course={course} set={setOf(course.id)} />
            <Guarded permission="holdActivities">
              <Button size="small" onClick={() => setEdited(course)}>
                {setOf(course.id) ? '修改' : '设置'}
              </Button>
            </Guarded>
          </li>
        ))}
      </ul>
      <OnlineClassModal
        activityId={activityId}
        course={edited}
        set={edited && setOf(edited.id)}
        onClose={() => setEdited(null)}
        onSaved={load.reload}
      />
    </section>
  );
}

function ClassLine({ course, set }: { course: Course; set: Listed | null }) {
  if (!set) {
    return (
      <div>
        <b>{course.name}</b>
        <p className="faint">未设置线上学习</p>
      </div>
    );
  }
  return (
    <div>
      <b>{course.name}</b>
      <p className="online-classes__url">
        <a href={set.videoUrl} target="_blank" rel="noreferrer">
          {set.videoUrl}
        </a>
      </p>
      <p className="soft">
        应看{showWatched(set.requiredSeconds)}，{set.prompts > 0 ? `随机提问${set.prompts}次` : '不提问'}，
        {howMany(set)}
      </p>
    </div>
  );
}
