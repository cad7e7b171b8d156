import type { ReportView } from '@common/contract/reports';
import { Button } from 'antd';
import { useState } from 'react';
import { Guarded } from '../../components/guarded';
import { DecisionModal } from '../../components/review/decisionModal';
import { PAGES } from './reportPages';
import { useDecide } from './useDecide';

/** What reviewers write most often. */
const REASON_WORDS = [
  '参加人数与考勤不符',
  '总结过于简单',
  '与申报不一致的情况没有说明',
  '授分人员名单不完整',
];

interface Props {
  view: ReportView;
  onDone: (nextActivityId: string | null) => void;
}

/** At the foot of the page, for whose turn it is: 退回修改, 审核通过. */
export function DecisionBar({ view, onDone }: Props) {
  const [isAsking, setAsking] = useState(false);
  const { busy, decide } = useDecide((next) => {
    setAsking(false);
    onDone(next);
  });
  return (
    <>
      <section className="batch-bar" aria-label="审核">
        <span className="batch-bar__note">审核通过后，本次活动的执行情况反馈即办结</span>
        <div className="batch-bar__actions">
          <Guarded permission="approveProjects">
            <Button disabled={busy} onClick={() => setAsking(true)}>
              退回修改
            </Button>
          </Guarded>
          <Guarded permission="approveProjects">
            <Button type="primary" loading={busy} onClick={() => decide(view, 'pass')}>
              审核通过
            </Button>
          </Guarded>
        </div>
      </section>
      <DecisionModal
        decision={isAsking ? 'return' : null}
        subject={view.name}
        words={REASON_WORDS}
        pages={PAGES}
        hint="举办单位会看到原因，修改后可以再次提交；审核所用的时间不算逾期。"
        busy={busy}
        onCancel={() => setAsking(false)}
        onOk={(reason) => decide(view, 'return', reason)}
      />
    </>
  );
}
