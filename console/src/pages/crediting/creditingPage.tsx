import { Alert, Progress, Skeleton } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { client, useMe } from '../../api/session';
import { Loaded } from '../../components/loaded';
import { EmptyState } from '../../components/states';
import { useLoad } from '../../hooks/useLoad';
import { isEmptied } from '../creditings/creditingWords';
import { CreditingActions } from './creditingActions';
import { CreditingHeader } from './creditingHeader';
import { DoubtsCard } from './doubtsCard';
import { EvidenceCard } from './evidenceCard';
import { FactsCard } from './factsCard';
import { MovesCard } from './movesCard';
import { PersonsCard } from './personsCard';
import { SpreadCards } from './spreadCards';
import '../application/application.css';
import './crediting.css';

const WRITING_MS = 2_000;

/** One batch (manual 001 §四): what it was granted by, its doubts, its statistics, its persons, and what can be done with it. */
export default function CreditingPage() {
  const { creditingId = '' } = useParams();
  const isUnit = useMe().roles.includes('unit');
  const [isWriting, setWriting] = useState(false);
  const load = useLoad(() => client.crediting.getCrediting({ creditingId }), [creditingId], {
    everyMs: isWriting ? WRITING_MS : undefined,
  });
  // A long list goes on being written while the page is looked at.
  if (load.data && (load.data.state === 'writing') !== isWriting) {
    setWriting(!isWriting);
  }

  if (load.error?.code === 'NOT_FOUND' || load.error?.code === 'INVALID_INPUT') {
    return (
      <section className="card">
        <EmptyState
          title="没有找到这批授分"
          hint="只有举办单位和上级行政部门可以查看"
          action={<Link to="/creditings">返回{isUnit ? '授分记录' : '学分审核'}</Link>}
        />
      </section>
    );
  }
  // While the next one is on the way, the one before must not be decided on in its place.
  const shown = load.data?.id === creditingId ? load : { ...load, data: null };
  return (
    <Loaded load={shown} skeleton={<Skeleton active className="card pad" paragraph={{ rows: 12 }} />}>
      {(view) => (
        <>
          <CreditingHeader view={view} />
          {view.progress && (
            <Alert
              className="notice"
              type="info"
              showIcon
              title={`正在授分：已完成${view.progress.done}人，共${view.progress.total}人。可以离开本页，授分会继续进行`}
              description={
                <Progress
                  aria-label="授分进度"
                  percent={Math.floor((view.progress.done / Math.max(1, view.progress.total)) * 100)}
                />
              }
            />
          )}
          {view.state === 'returned' && !isEmptied(view) && (
            <Alert
              className="notice"
              type={isUnit ? 'error' : 'warning'}
              showIcon
              title={isUnit ? '已退回修改，请处理后重新提交' : '已退回，等待举办单位修改后重新提交'}
              description={view.returnReason}
            />
          )}
          {view.faults.length > 0 && view.state !== 'approved' && !isEmptied(view) && (
            <Alert
              className="notice"
              type="warning"
              showIcon
              title="按规定不能审核通过"
              description={view.faults.join('；')}
            />
          )}
          <div className="application">
            <div className="crediting-main">
              <FactsCard view={view} />
              <EvidenceCard view={view} />
              <SpreadCards view={view} />
              <PersonsCard view={view} isUnit={isUnit} onChange={load.reload} />
            </div>
            <aside className="application__side">
              <DoubtsCard view={view} />
              <MovesCard moves={view.moves} />
            </aside>
          </div>
          <CreditingActions view={view} onDone={load.reload} />
        </>
      )}
    </Loaded>
  );
}
