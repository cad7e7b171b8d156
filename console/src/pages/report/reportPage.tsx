import { Skeleton } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { client, useMe } from '../../api/session';
import { Loaded } from '../../components/loaded';
import { EmptyState } from '../../components/states';
import { scrollToTop } from '../../hooks/scrollToTop';
import { useLoad } from '../../hooks/useLoad';
import { usePermission } from '../../hooks/usePermission';
import { DecisionBar } from './decisionBar';
import { Editor } from './editor';
import { ReportHeader } from './reportHeader';
import { PAGES } from './reportPages';
import { ReportSections } from './reportSections';
import { SideCards } from './sideCards';
import { WithdrawButton } from './withdrawButton';
import '../application/application.css';
import './report.css';

/** 执行情况反馈 of one activity: to be written while it can be, else its four pages to be read, and the decision of whose turn it is. */
export default function ReportPage() {
  const { activityId = '', page = '1' } = useParams();
  const navigate = useNavigate();
  const isUnit = useMe().roles.includes('unit');
  // Each answer is a new beginning of the form: what was typed before is either written or given up on purpose.
  const [turn, setTurn] = useState(0);
  const load = useLoad(
    async () => ({ view: await client.reports.getReport({ activityId }), turn }),
    [activityId, turn],
  );
  const mayWrite = usePermission('holdActivities') === null;
  const reload = () => setTurn((count) => count + 1);

  if (load.error?.code === 'NOT_FOUND') {
    return (
      <section className="card">
        <EmptyState
          title="没有找到这份执行情况反馈"
          hint="活动结束后才会建立；只有举办单位和上级行政部门可以查看"
          action={<Link to="/reports">返回执行情况反馈</Link>}
        />
      </section>
    );
  }
  // While the next one is on the way, the one before must not be decided on in its place.
  const shown = load.data?.view.activityId === activityId ? load : { ...load, data: null };
  return (
    <Loaded load={shown} skeleton={<Skeleton active className="card pad" paragraph={{ rows: 12 }} />}>
      {({ view, turn: read }) =>
        view.can.includes('submit') && mayWrite ? (
          <Editor
            key={`${view.id} ${read}`}
            view={view}
            at={Math.max(0, Math.min(PAGES.length, Number(page) || 1) - 1)}
            onReload={reload}
          />
        ) : (
          <>
            <ReportHeader
              view={view}
              extra={
                view.can.includes('withdraw') && <WithdrawButton activityId={activityId} onDone={reload} />
              }
            />
            <div className="application">
              <ReportSections view={view} isUnit={isUnit} />
              <SideCards view={view} />
            </div>
            {view.can.includes('pass') && (
              <DecisionBar
                view={view}
                onDone={(next) => {
                  scrollToTop();
                  if (next) {
                    navigate(`/reports/${next}`);
                  } else {
                    reload();
                  }
                }}
              />
            )}
          </>
        )
      }
    </Loaded>
  );
}
