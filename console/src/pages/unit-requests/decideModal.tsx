import type { UnitRequestRow } from '@common/contract/regionsUnits';
import { App, Modal, Radio } from 'antd';
import { useEffect, useState } from 'react';
import { client } from '../../api/session';
import { useAction } from '../../hooks/useAction';
import { type Decision, decisionInput, firstDecision } from './decision';
import { AddFields, ExistingFields, RefuseFields } from './decisionFields';

interface Props {
  request: UnitRequestRow | null;
  /** The authority's own region: it can only match to units there. */
  root: string;
  onClose: () => void;
  onDecided: () => void;
}

const WORDS: Record<Decision['kind'], { choice: string; ok: string }> = {
  add: { choice: '新增这个单位', ok: '新增单位' },
  existing: { choice: '单位已经有了，对应到已有单位', ok: '对应到该单位' },
  refuse: { choice: '不予新增', ok: '不予新增' },
};

/** 处理新增单位申请: add it, match it to one that is there already, or refuse with a reason that the learner reads. */
export function DecideModal({ request, root, onClose, onDecided }: Props) {
  const { message } = App.useApp();
  const [decision, setDecision] = useState<Decision>(() => firstDecision(null));
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    setDecision(firstDecision(request));
    setFailure(null);
  }, [request]);

  const input = request && decisionInput(request.id, decision);
  const decide = useAction(
    async () => {
      if (!request || !input) {
        return;
      }
      await client.regionsUnits.decideUnitRequest(input);
      const who = request.learnerName;
      message.success(
        {
          add: `已新增单位，${who}已自动提交该单位审核`,
          existing: `已对应到已有单位，${who}已自动提交该单位审核`,
          refuse: `已告知${who}原因`,
        }[decision.kind],
      );
      onDecided();
    },
    (error) => {
      if (error.code === 'REQUEST_DECIDED') {
        message.info('这项申请已由其他人处理');
        onDecided();
        return true;
      }
      setFailure(error.message);
      return true;
    },
  );
  const change = (some: Partial<Decision>) => {
    setFailure(null);
    setDecision({ ...decision, ...some });
  };
  const fields = { decision, change, failure };

  return (
    <Modal
      open={request !== null}
      width={600}
      title={`处理申请：${request?.name ?? ''}`}
      okText={WORDS[decision.kind].ok}
      okButtonProps={{ danger: decision.kind === 'refuse', loading: decide.busy, disabled: !input }}
      mask={{ closable: !decide.busy }}
      onCancel={onClose}
      onOk={() => decide.run()}
    >
      {request && (
        <>
          <p className="soft">
            {request.regionName}，学员 {request.learnerName} 申请
            {request.note && `，说明：${request.note}`}
          </p>
          <Radio.Group
            className="decision__kinds"
            value={decision.kind}
            onChange={({ target }) => change({ kind: target.value })}
            options={(['add', 'existing', 'refuse'] as const).map((value) => ({
              value,
              label: WORDS[value].choice,
            }))}
          />
          <div className="decision__fields">
            {decision.kind === 'add' && <AddFields {...fields} request={request} />}
            {decision.kind === 'existing' && <ExistingFields {...fields} request={request} root={root} />}
            {decision.kind === 'refuse' && <RefuseFields {...fields} />}
          </div>
        </>
      )}
    </Modal>
  );
}
