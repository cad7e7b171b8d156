import { isEditable } from '@common/rules/review';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { client } from '../../api/session';
import { Guarded } from '../../components/guarded';
import { Loaded } from '../../components/loaded';
import { PageHeader } from '../../components/pageHeader';
import { ReviewStatus } from '../../components/review/reviewStatus';
import { EmptyState } from '../../components/states';
import { useLoad } from '../../hooks/useLoad';
import { usePermission } from '../../hooks/usePermission';
import { nameOf } from '../applications/applicationColumns';
import { useOwnMoves } from '../applications/useOwnMoves';
import { aboutApplication } from './aboutApplication';
import { Editor } from './editor';
import { FORM_PAGES } from './formPage';
import { FormSections } from './formSections';
import { HistoryCards } from './historyCards';
import { PrintButton } from './printButton';
import './application.css';

const LIST = { to: '/applications', label: '项目申报与备案' };

/** One application of the unit: the form while it can be written, else the same five pages to be read, and where it stands. */
export default function ApplicationPage() {
  const { applicationId = '', page = '1' } = useParams();
  const navigate = useNavigate();
  // Each answer is a new beginning of the form: what was typed before is either written or given up on purpose.
  const [turn, setTurn] = useState(0);
  const load = useLoad(
    async () => ({ view: await client.applications.getApplication({ applicationId }), turn }),
    [applicationId, turn],
  );
  const mayWrite = usePermission('holdActivities') === null;
  const reload = () => setTurn((count) => count + 1);
  const moves = useOwnMoves((what) => (what === 'removed' ? navigate(LIST.to) : reload()));

  if (load.error?.code === 'NOT_FOUND') {
    return (
      <section className="card">
        <EmptyState
          title="没有找到这份申报"
          hint="它可能已被删除，或不属于本单位"
          action={<Link to={LIST.to}>返回{LIST.label}</Link>}
        />
      </section>
    );
  }
  return (
    <Loaded load={load} skeleton={<Skeleton active className="card pad" paragraph={{ rows: 12 }} />}>
      {({ view, turn: read }) =>
        isEditable(view.state) && mayWrite ? (
          <Editor
            key={`${view.id} ${read}`}
            view={view}
            at={Math.max(0, Math.min(FORM_PAGES.length, Number(page) || 1) - 1)}
            moves={moves}
            onReload={reload}
          />
        ) : (
          <>
            <PageHeader
              title={nameOf(view)}
              back={LIST}
              tag={<ReviewStatus review={view} />}
              note={aboutApplication(view)}
              extra={
                <>
                  <PrintButton applicationId={view.id} />
                  {view.can.includes('pass') && (
                    <Link to={`/application-reviews/${view.id}`}>
                      <Button>去审核</Button>
                    </Link>
                  )}
                  {view.can.includes('withdraw') && (
                    <Guarded permission="holdActivities">
                      <Button disabled={moves.busy} onClick={() => moves.askToWithdraw(view)}>
                        撤回
                      </Button>
                    </Guarded>
                  )}
                </>
              }
            />
            <div className="application">
              <FormSections form={view.form} unitName={view.unitName} />
              <HistoryCards view={view} />
            </div>
          </>
        )
      }
    </Loaded>
  );
}
