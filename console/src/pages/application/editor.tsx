import type { ApplicationView } from '@common/contract/applications';
import { Alert, Button, Form } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { ConflictAlert } from '../../components/conflictAlert';
import { Guarded } from '../../components/guarded';
import { PageHeader } from '../../components/pageHeader';
import { ReviewStatus } from '../../components/review/reviewStatus';
import { SaveState } from '../../components/saveState';
import { scrollToTop } from '../../hooks/scrollToTop';
import { nameOf } from '../applications/applicationColumns';
import type { OwnMoves } from '../applications/useOwnMoves';
import { aboutApplication } from './aboutApplication';
import { EditorSteps } from './editorSteps';
import { FormBody } from './formBody';
import { FORM_PAGES, faultFinder } from './formPage';
import { HistoryCards } from './historyCards';
import { PrintButton } from './printButton';
import { returnedReasons } from './returnedReasons';
import { useEditor } from './useEditor';
import { useSubmit } from './useSubmit';

interface Props {
  view: ApplicationView;
  /** The present page, from 0. */
  at: number;
  moves: OwnMoves;
  /** It has been handed in, or changed elsewhere. */
  onReload: () => void;
}

/** The form in five pages, kept while one types. */
export function Editor({ view, at, moves, onReload }: Props) {
  const navigate = useNavigate();
  const editor = useEditor(view);
  const { form, missing, saving, stored } = editor;
  const returned = returnedReasons(view);
  // What is missing on a page is said once it has been left, or somebody wanted to hand it in.
  const [seen, setSeen] = useState<ReadonlySet<number>>(
    () => new Set(returned ? FORM_PAGES.map((_, index) => index) : []),
  );
  const before = useRef(at);
  useEffect(() => {
    if (before.current !== at) {
      const left = before.current;
      before.current = at;
      setSeen((pages) => new Set([...pages, left]));
      scrollToTop();
    }
  }, [at]);

  const go = (page: number) => navigate(`/applications/${view.id}/${page + 1}`);
  const submit = useSubmit({
    editor,
    onMissing: (first) => {
      setSeen(new Set(FORM_PAGES.map((_, index) => index)));
      go(FORM_PAGES.findIndex(({ key }) => key === first.page));
    },
    onDone: onReload,
  });
  const page = FORM_PAGES[at] ?? FORM_PAGES[0];
  const isLast = at === FORM_PAGES.length - 1;
  const reason = returned?.pages.find((one) => one.page === page?.key)?.reason;
  return (
    <>
      <PageHeader
        title={nameOf(editor)}
        back={{ to: '/applications', label: '项目申报与备案' }}
        tag={<ReviewStatus review={view} />}
        note={aboutApplication(view)}
        extra={
          <>
            <span className="form-saving">
              <SaveState saving={saving} />
            </span>
            <PrintButton applicationId={view.id} prepare={saving.flush} />
            {view.can.includes('remove') && (
              <Guarded permission="holdActivities">
                <Button danger disabled={moves.busy} onClick={() => moves.askToRemove(stored)}>
                  删除
                </Button>
              </Guarded>
            )}
            <Guarded permission="holdActivities">
              <Button type="primary" loading={submit.busy} onClick={submit.ask}>
                提交上报
              </Button>
            </Guarded>
          </>
        }
      />
      {saving.state === 'conflict' && (
        <ConflictAlert what="申报" onReload={onReload} onOverwrite={editor.overwrite} />
      )}
      {returned && (
        <Alert
          className="notice"
          type="error"
          showIcon
          title={`${returned.byName}退回修改：${returned.reason || changedPages(returned.pages)}`}
          description="按要求修改后再次提交上报，不受申报时间限制。"
        />
      )}
      <EditorSteps
        applicationId={view.id}
        at={at}
        missing={missing}
        returned={returned?.pages.map((one) => one.page) ?? []}
      />
      <div className={view.moves.length > 0 ? 'application' : undefined}>
        <section className="card form-card">
          <h2>
            {at + 1} {page?.label}
          </h2>
          {reason && <Alert className="notice" type="error" showIcon title={`本页要修改：${reason}`} />}
          <Form layout="vertical" component="div">
            <FormBody
              at={at}
              form={form}
              change={editor.change}
              faultOf={faultFinder(missing, seen.has(at))}
              credits={stored.minutes === form.basics.minutes ? stored.credits : null}
            />
          </Form>
          <footer className="form-card__foot">
            <Button disabled={at === 0} onClick={() => go(at - 1)}>
              上一页
            </Button>
            {isLast ? (
              <Guarded permission="holdActivities">
                <Button type="primary" loading={submit.busy} onClick={submit.ask}>
                  提交上报
                </Button>
              </Guarded>
            ) : (
              <Button type="primary" onClick={() => go(at + 1)}>
                下一页
              </Button>
            )}
          </footer>
        </section>
        {view.moves.length > 0 && <HistoryCards view={view} />}
      </div>
    </>
  );
}

/** The pages that were returned, by name: 课程与师资、项目负责人. */
const changedPages = (pages: readonly { page: string }[]) =>
  `请修改${FORM_PAGES.filter(({ key }) => pages.some(({ page }) => page === key))
    .map(({ label }) => label)
    .join('、')}`;
