import { CREDITING_STRATEGIES, type CreditingStrategy, codesOf } from '@common/terms';
import { Alert, Checkbox, Radio } from 'antd';
import { Link } from 'react-router';
import type { Draft } from './draft';
import type { TimelineFacts } from './timelineCard';
import type { DraftActions } from './useDraft';

/** What each strategy means, in a line. */
const MEANING: Record<CreditingStrategy, string> = {
  everyWindow: '每个刷卡周期内都要有考勤，缺一个就不授分；不论考勤的是哪门课程',
  anyCourse: '有一门课程在它的每个刷卡周期内都有考勤，就授予项目的全部学分',
  perCourse: '逐门课程看它的刷卡周期，考勤完整的课程授予该课程的学分，缺课的不授',
};

interface Props {
  activityId: string;
  draft: Draft;
  facts: Pick<TimelineFacts, 'forced' | 'hasExam'>;
  /** How many courses the activity has. */
  courses: number;
  actions: DraftActions;
}

/** 授分策略, and what is demanded beside the attendance; what the authority demands cannot be chosen away. */
export function MethodCard({ activityId, draft, facts: { forced, hasExam }, courses, actions }: Props) {
  return (
    <section className="card analysis-method" aria-label="授分策略">
      <div className="card__head">
        <h2>授分策略</h2>
        {courses === 1 && <span className="faint">只有一门课程时，三种策略的结果相同</span>}
      </div>
      <Radio.Group
        className="analysis-method__list"
        value={draft.strategy}
        onChange={({ target }) => actions.set({ strategy: target.value as CreditingStrategy })}
      >
        {codesOf(CREDITING_STRATEGIES).map((strategy) => (
          <Radio key={strategy} value={strategy}>
            {CREDITING_STRATEGIES[strategy]}
            <span className="analysis-method__meaning">{MEANING[strategy]}</span>
          </Radio>
        ))}
      </Radio.Group>
      <h3>考勤之外</h3>
      <div className="analysis-method__list">
        {forced.isDepartureRequired && (
          <Checkbox checked disabled>
            须有撤离<span className="pill">本地区规定</span>
          </Checkbox>
        )}
        <Checkbox
          checked={forced.isExamRequired || draft.isExamRequired}
          disabled={forced.isExamRequired || (!hasExam && !draft.isExamRequired)}
          onChange={({ target }) => actions.set({ isExamRequired: target.checked })}
        >
          须考试合格
          {forced.isExamRequired ? (
            <span className="pill">本地区规定</span>
          ) : (
            !hasExam && <span className="analysis-method__meaning">没有启用考试，不能要求</span>
          )}
        </Checkbox>
        <Checkbox
          checked={forced.isEvaluationRequired || draft.isEvaluationRequired}
          disabled={forced.isEvaluationRequired}
          onChange={({ target }) => actions.set({ isEvaluationRequired: target.checked })}
        >
          须已做项目评价
          {forced.isEvaluationRequired && <span className="pill">本地区规定</span>}
        </Checkbox>
      </div>
      {forced.isExamRequired && !hasExam && (
        <Alert
          className="analysis-method__alert"
          type="warning"
          showIcon
          title="本地区规定须考试合格，但还没有启用考试，现在没有人有效"
          action={<Link to={`/activities/${activityId}/exam`}>去启用考试</Link>}
        />
      )}
    </section>
  );
}
