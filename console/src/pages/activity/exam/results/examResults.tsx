import type { ActivityView } from '@common/contract/activities';
import { Button, Skeleton } from 'antd';
import { client } from '../../../../api/session';
import { Loaded } from '../../../../components/loaded';
import { EmptyState } from '../../../../components/states';
import { useAction } from '../../../../hooks/useAction';
import { useLoad } from '../../../../hooks/useLoad';
import { RemindButton } from '../../remindButton';
import { ItemTable } from './itemTable';
import { PersonList } from './personList';
import { ScoreCard } from './scoreCard';
import './results.css';

/** 成绩与统计: how many took the exam and passed, who has not, how the scores lie, and what each question is worth. */
export default function ExamResults({ activity }: { activity: ActivityView }) {
  const activityId = activity.id;
  const load = useLoad(() => client.examResults.examStatistics({ activityId }), [activityId]);
  const download = useAction(async () => {
    const file = await client.examResults.exportExamResults({ activityId });
    await file.save();
  });
  return (
    <Loaded load={load} skeleton={<Skeleton active className="card pad" paragraph={{ rows: 8 }} />}>
      {(statistics) => (
        <>
          <ScoreCard
            statistics={statistics}
            extra={
              <>
                <RemindButton activityId={activityId} kind="exam" />
                <Button
                  loading={download.busy}
                  disabled={statistics.attended === 0}
                  onClick={() => download.run()}
                >
                  导出Excel
                </Button>
              </>
            }
          />
          <PersonList activityId={activityId} />
          <section className="card">
            <div className="card__head">
              <h2>试题分析</h2>
              <span className="faint">
                按每人第一次考试计算。难度为答对的比例；区分度为高分组与低分组（各27%）答对比例之差
              </span>
            </div>
            {statistics.items.length > 0 ? (
              <ItemTable items={statistics.items} />
            ) : (
              <EmptyState
                isSmall
                icon="log"
                title="还没有人交卷"
                hint="有人交卷后，在这里看每道试题的难度、区分度和各选项的人数"
              />
            )}
          </section>
        </>
      )}
    </Loaded>
  );
}
