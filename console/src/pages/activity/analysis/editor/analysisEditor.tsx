import type { ActivityView } from '@common/contract/activities';
import type { SavedAnalysis } from '@common/contract/analyses';
import { Skeleton } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { client } from '../../../../api/session';
import { Loaded } from '../../../../components/loaded';
import { EmptyState } from '../../../../components/states';
import { asApiError, useLoad } from '../../../../hooks/useLoad';
import { EditorForm } from './editorForm';
import './editor.css';

interface Props {
  activity: ActivityView;
  /** The analysis whose windows it begins with. */
  again: string | null;
  onSaved: (analysisId: string) => void;
}

/** 设置刷卡周期 over the swipes, from nothing or from what an earlier analysis went by. */
export default function AnalysisEditor({ activity, again, onSaved }: Props) {
  const activityId = activity.id;
  const [courseId, setCourseId] = useState('');
  const timeline = useLoad(
    () => client.analyses.timeline({ activityId, courseId: courseId || undefined }),
    [activityId, courseId],
  );
  const before = useLoad(async () => ({ again, analysis: again ? await found(again) : null }), [again]);
  const isReady = before.data?.again === again;
  return (
    <Loaded
      load={{ ...before, data: isReady ? before.data : null }}
      skeleton={<Skeleton active className="card pad" paragraph={{ rows: 8 }} />}
    >
      {({ analysis }) => (
        <Loaded load={timeline} skeleton={<Skeleton active className="card pad" paragraph={{ rows: 8 }} />}>
          {(facts) =>
            facts.swipes === 0 && courseId === '' ? (
              <section className="card">
                <EmptyState
                  icon="users"
                  title="还没有考勤记录，不能分析"
                  hint="学员签到后，刷卡的分布会出现在时间轴上；用刷卡机考勤的，先上传考勤数据"
                  action={
                    <>
                      <Link to={`/activities/${activityId}/site`}>去现场打开大屏</Link>
                      <Link to={`/activities/${activityId}/attendance?tab=uploads`}>上传刷卡机考勤</Link>
                    </>
                  }
                />
              </section>
            ) : (
              <EditorForm
                key={again ?? ''}
                activity={activity}
                facts={facts}
                before={analysis}
                courseId={courseId}
                onCourse={setCourseId}
                onSaved={onSaved}
              />
            )
          }
        </Loaded>
      )}
    </Loaded>
  );
}

/** Null where it is not there, or not ours: one then begins from nothing. */
const found = (analysisId: string): Promise<SavedAnalysis | null> =>
  client.analyses.getAnalysis({ analysisId }).catch((error: unknown) => {
    if (asApiError(error).code === 'NOT_FOUND') {
      return null;
    }
    throw error;
  });
