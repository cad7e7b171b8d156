import type { ReportView } from '@common/contract/reports';
import { Alert, Button, Form } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { ConflictAlert } from '../../components/conflictAlert';
import { Guarded } from '../../components/guarded';
import { SaveState } from '../../components/saveState';
import { scrollToTop } from '../../hooks/scrollToTop';
import { AnalysisPage } from './analysisPage';
import { CreditingsPage } from './creditingsPage';
import { HoldingPage } from './holdingPage';
import { ReportHeader } from './reportHeader';
import { faultFinder, PAGES, type PageProps } from './reportPages';
import { ReportSteps } from './reportSteps';
import { SideCards } from './sideCards';
import { SummaryPage } from './summaryPage';
import { useReportEditor } from './useReportEditor';
import { useSubmit } from './useSubmit';

interface Props {
  view: ReportView;
  /** The present page, from 0. */
  at: number;
  /** It has been handed in, or changed elsewhere. */
  onReload: () => void;
}

const ALL: ReadonlySet<number> = new Set(PAGES.keys());

/** The report page by page, kept while one types. */
export function Editor({ view, at, onReload }: Props) {
  const navigate = useNavigate();
  const editor = useReportEditor(view);
  const { form, change, missing, saving } = editor;
  const returned = view.state === 'returned' ? view.moves.find(({ move }) => move === 'return') : undefined;
  // What is missing on a page is said once it has been left, or somebody wanted to hand it in.
  const [seen, setSeen] = useState<ReadonlySet<number>>(returned ? ALL : new Set<number>());
  const before = useRef(at);
  useEffect(() => {
    if (before.current !== at) {
      const left = before.current;
      before.current = at;
      setSeen((pages) => new Set([...pages, left]));
      scrollToTop();
    }
  }, [at]);

  const go = (page: number) => navigate(`/reports/${view.activityId}/${page + 1}`);
  const submit = useSubmit({
    editor,
    onMissing: (first) => {
      setSeen(ALL);
      go(PAGES.findIndex(({ key }) => key === first.page));
    },
    onDone: onReload,
  });
  const submitButton = (
    <Guarded permission="holdActivities">
      <Button type="primary" loading={submit.busy} onClick={submit.ask}>
        提交
      </Button>
    </Guarded>
  );
  const page = PAGES[at] ?? PAGES[0];
  const reason = returned?.pages.find((one) => one.page === page?.key)?.reason;
  return (
    <>
      <ReportHeader
        view={view}
        extra={
          <>
            <span className="form-saving">
              <SaveState saving={saving} />
            </span>
            {submitButton}
          </>
        }
      />
      {saving.state === 'conflict' && (
        <ConflictAlert what="反馈" onReload={onReload} onOverwrite={editor.overwrite} />
      )}
      {returned && (
        <Alert
          className="notice"
          type="error"
          showIcon
          title={`${returned.byName}退回修改${returned.reason ? `：${returned.reason}` : ''}`}
          description="按要求修改后再次提交。"
        />
      )}
      <ReportSteps
        view={view}
        at={at}
        missing={missing}
        returned={returned?.pages.map((one) => one.page) ?? []}
      />
      <div className="application">
        <section className="card form-card">
          <h2>
            {at + 1} {page?.label}
          </h2>
          {reason && <Alert className="notice" type="error" showIcon title={`本页要修改：${reason}`} />}
          <Form layout="vertical" component="div" className="report-form">
            <Body
              at={at}
              view={view}
              form={form}
              change={change}
              faultOf={faultFinder(missing, seen.has(at))}
            />
          </Form>
          <footer className="form-card__foot">
            <Button disabled={at === 0} onClick={() => go(at - 1)}>
              上一页
            </Button>
            {at === PAGES.length - 1 ? (
              submitButton
            ) : (
              <Button type="primary" onClick={() => go(at + 1)}>
                下一页
              </Button>
            )}
          </footer>
        </section>
        <SideCards view={view} />
      </div>
    </>
  );
}

function Body({ at, view, ...page }: PageProps & { at: number; view: ReportView }) {
  switch (PAGES[at]?.key) {
    case 'summary':
      return <SummaryPage {...page} />;
    case 'attendance':
      return <AnalysisPage view={view} isUnit />;
    case 'creditings':
      return <CreditingsPage view={view} isUnit />;
    default:
      return <HoldingPage {...page} analysis={view.analysis} />;
  }
}
