import type { CreditingView } from '@common/contract/crediting';
import { App, Button, Checkbox } from 'antd';
import { useEffect, useState } from 'react';
import { client } from '../../api/session';
import { Guarded } from '../../components/guarded';
import { ReasonModal } from '../../components/reasonModal';
import { useAction } from '../../hooks/useAction';
import { refreshCounts } from '../../layout/counts';
import { eachWords } from '../creditings/creditingWords';

/** What reviewers write most often. */
const WORDS = ['未经考勤分析', '有疑点的人员须核实', '授分人员与签到名单不符', '手工授分的原因不充分'];

interface Props {
  view: CreditingView;
  onDone: () => void;
}

/** At the foot of a batch, for whose turn it is: the authority approves or returns it, the unit submits it anew. */
export function CreditingActions({ view, onDone }: Props) {
  const { message, modal } = App.useApp();
  const [hasChecked, setChecked] = useState(false);
  const [asking, setAsking] = useState<'return' | 'submit' | null>(null);
  const { id: creditingId, can, isManual } = view;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another batch has not been checked.
  useEffect(() => setChecked(false), [creditingId]);

  const settle = (words: string, role: 'unit' | 'authority') => {
    setAsking(null);
    message.success(words);
    onDone();
    void refreshCounts(role);
  };
  const moved = (error: { code: string; message: string }) => {
    if (error.code !== 'MOVE_REFUSED') {
      return false;
    }
    setAsking(null);
    message.warning(error.message);
    onDone();
    return true;
  };
  const approve = useAction(async () => {
    const { unitName, persons } = await client.crediting.approve({ creditingId, hasChecked });
    settle(`审核通过：${unitName}${persons}人的学分已生效`, 'authority');
  }, moved);
  const giveBack = useAction(async (reason: string) => {
    await client.crediting.returnCrediting({ creditingId, reason });
    settle(`已退回${view.unitName}修改`, 'authority');
  }, moved);
  const submit = useAction(async (note: string) => {
    await client.crediting.resubmit({ creditingId, note });
    settle('已重新提交，等待审核', 'unit');
  }, moved);
  const ask = () =>
    modal.confirm({
      title: `审核通过这${view.persons}人的学分？`,
      content: `${eachWords(view)}，活动日期${view.activityDate}。通过后学分生效，学员会收到通知，可以下载电子学分证书。`,
      okText: '审核通过',
      cancelText: '再看看',
      icon: null,
      onOk: () => approve.run(),
    });

  if (can.includes('submit')) {
    return (
      <>
        <section className="batch-bar" aria-label="重新提交">
          <span className="batch-bar__note">不该授分的人员可以在名单中撤销，然后重新提交审核</span>
          <div className="batch-bar__actions">
            <Guarded permission="credit">
              <Button type="primary" onClick={() => setAsking('submit')}>
                重新提交
              </Button>
            </Guarded>
          </div>
        </section>
        <ReasonModal
          open={asking === 'submit'}
          isOptional
          title="重新提交审核？"
          hint="行政部门会看到说明：修改了什么，或者核实的结果。"
          words={['已核实，均为本人参加', '已撤销有误人员的学分']}
          placeholder="修改说明（可不填）"
          okText="重新提交"
          busy={submit.busy}
          onCancel={() => setAsking(null)}
          onOk={submit.run}
        />
      </>
    );
  }
  if (!can.includes('approve') && !can.includes('return')) {
    return null;
  }
  return (
    <>
      <section className="batch-bar" aria-label="审核">
        {isManual ? (
          <Checkbox checked={hasChecked} onChange={({ target }) => setChecked(target.checked)}>
            已逐一核对手工授分的人员和原因
          </Checkbox>
        ) : (
          <span className="batch-bar__note">通过后学员的学分即为有效</span>
        )}
        <div className="batch-bar__actions">
          <Guarded permission="review">
            <Button disabled={approve.busy} onClick={() => setAsking('return')}>
              退回修改
            </Button>
          </Guarded>
          <Guarded permission="review">
            <Button
              type="primary"
              loading={approve.busy}
              disabled={!can.includes('approve') || (isManual && !hasChecked)}
              onClick={ask}
            >
              审核通过
            </Button>
          </Guarded>
        </div>
      </section>
      <ReasonModal
        open={asking === 'return'}
        title={`退回修改：${view.activityName}`}
        hint="举办单位会看到原因，修改后可以重新提交；学分保持未审核。"
        words={WORDS}
        placeholder="补充说明，例如：请核实同一手机签到的三人"
        okText="退回修改"
        busy={giveBack.busy}
        onCancel={() => setAsking(null)}
        onOk={giveBack.run}
      />
    </>
  );
}
