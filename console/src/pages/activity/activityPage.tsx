import { Skeleton } from 'antd';
import { lazy, Suspense } from 'react';
import { Link, useParams } from 'react-router';
import { useMe } from '../../api/session';
import { Loaded } from '../../components/loaded';
import { PageHeader } from '../../components/pageHeader';
import { EmptyState } from '../../components/states';
import { StatusTag } from '../../components/statusTag';
import { ActivityActions } from './activityActions';
import { useActivityFacts } from './activityFacts';
import { activityStatus } from './activityStatus';
import { ChangeCard } from './change/changeCard';
import { OnlineCard } from './online/onlineCard';
import { OverviewSection } from './overviewSection';
import { ReturnedAlert } from './returnedAlert';
import { StepLine } from './stepLine';
import { stepsOf } from './steps';
import './activity.css';

const EnrolmentsSection = lazy(() => import('./enrolments/enrolmentsSection'));
const ExamSection = lazy(() => import('./exam/examSection'));
const SiteSection = lazy(() => import('./site/siteSection'));
const AttendanceSection = lazy(() => import('./attendance/attendanceSection'));
const AnalysisSection = lazy(() => import('./analysis/analysisSection'));
const EvaluationSection = lazy(() => import('./evaluation/evaluationSection'));
const CreditingSection = lazy(() => import('./crediting/creditingSection'));

const SECTIONS = [
  { key: '', label: '概况' },
  { key: 'enrolments', label: '报名' },
  { key: 'exam', label: '考试' },
  { key: 'site', label: '现场' },
  { key: 'attendance', label: '考勤' },
  { key: 'evaluation', label: '评价' },
  { key: 'analysis', label: '考勤分析' },
  { key: 'crediting', label: '授分' },
];
/** What an authority reads: what was held, and by what it is credited. */
const READ_SECTIONS = SECTIONS.filter(({ key }) => key === '' || key === 'analysis');

/** One activity: its steps as a line on top, then 概况, 报名, 考试, 现场, 考勤, 评价, 考勤分析 and 授分. */
export default function ActivityPage() {
  const { activityId = '', section = '' } = useParams();
  const me = useMe();
  const isUnit = me.roles.includes('unit');
  const facts = useActivityFacts(activityId, isUnit);
  const back = isUnit ? { to: '/activities', label: '项目管理' } : { to: '/creditings', label: '学分审核' };

  if (facts.error?.code === 'NOT_FOUND' || facts.error?.code === 'FORBIDDEN') {
    return (
      <section className="card">
        <EmptyState
          title="没有找到这个活动"
          hint="它可能已被删除，或不属于当前账号"
          action={<Link to={back.to}>返回{back.label}</Link>}
        />
      </section>
    );
  }
  return (
    <Loaded load={facts} skeleton={<Skeleton active className="card pad" paragraph={{ rows: 10 }} />}>
      {(loaded) => {
        const { activity } = loaded;
        const { tone, text } = activityStatus(activity);
        // Nothing can be signed into before it is approved.
        const isApproved = activity.state === 'approved';
        const isHeld = isUnit && isApproved;
        return (
          <>
            <PageHeader
              title={activity.name}
              back={back}
              tag={<StatusTag tone={tone}>{text}</StatusTag>}
              note={`${activity.projectNumber}，第${activity.term}期，${activity.unitName}`}
              extra={
                isUnit ? (
                  <ActivityActions activity={activity} onChange={facts.reload} />
                ) : (
                  activity.can.includes('pass') && (
                    <Link to={`/activity-reviews/${activity.id}`}>审核举办申请</Link>
                  )
                )
              }
            />
            <ReturnedAlert activity={activity} isUnit={isUnit} />
            <StepLine steps={stepsOf(loaded, me)} />
            {isApproved && (
              <nav className="tabs" aria-label="活动内容">
                {(isUnit ? SECTIONS : READ_SECTIONS).map(({ key, label }) => (
                  <Link
                    key={key}
                    to={`/activities/${activityId}${key && `/${key}`}`}
                    aria-current={section === key ? 'page' : undefined}
                  >
                    {label}
                  </Link>
                ))}
              </nav>
            )}
            <Suspense fallback={<Skeleton active className="card pad" paragraph={{ rows: 6 }} />}>
              {isHeld && section === 'enrolments' ? (
                <EnrolmentsSection activity={activity} onChange={facts.reload} />
              ) : isHeld && section === 'exam' ? (
                <ExamSection activity={activity} onChange={facts.reload} />
              ) : isHeld && section === 'site' ? (
                <SiteSection activity={activity} />
              ) : isHeld && section === 'attendance' ? (
                <AttendanceSection activity={activity} />
              ) : isApproved && section === 'analysis' ? (
                <AnalysisSection activity={activity} isReadOnly={!isUnit} onChange={facts.reload} />
              ) : isHeld && section === 'evaluation' ? (
                <EvaluationSection activity={activity} />
              ) : isHeld && section === 'crediting' ? (
                <CreditingSection activity={activity} batches={loaded.batches} onChange={facts.reload} />
              ) : (
                <OverviewSection activity={activity} online={isHeld && <OnlineCard activity={activity} />}>
                  <ChangeCard activity={activity} onChange={facts.reload} />
                </OverviewSection>
              )}
            </Suspense>
          </>
        );
      }}
    </Loaded>
  );
}
