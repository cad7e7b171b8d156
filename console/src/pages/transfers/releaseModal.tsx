import type { UnitFound } from '@common/contract/regionsUnits';
import { Alert, App, Form, Input, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { client } from '../../api/session';
import { UnitSelect } from '../../components/unitSelect';
import { useAction } from '../../hooks/useAction';

/** Who is to be released; the request that it agrees to, where the learner asked. */
export interface Releasing {
  learnerId: string;
  name: string;
  /** Where the learner asked to go; null where nobody has said. */
  toUnitName: string | null;
}

interface Props {
  /** Null while closed. */
  person: Releasing | null;
  onClose: () => void;
  onDone: () => void;
}

/** 调出: the new unit may be named, and then only it can admit. */
export function ReleaseModal({ person, onClose, onDone }: Props) {
  const { message } = App.useApp();
  const [toUnit, setToUnit] = useState<UnitFound | null>(null);
  const [note, setNote] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another person, a new form.
  useEffect(() => {
    setToUnit(null);
    setNote('');
    setFault(null);
  }, [person]);

  const release = useAction(
    async () => {
      if (!person) {
        return;
      }
      setFault(null);
      const row = await client.transfers.release({
        learnerId: person.learnerId,
        toUnitId: toUnit?.id,
        note: note.trim(),
      });
      message.success(`${row.name}已调出，等待${row.toUnitName ?? '现单位'}调入`);
      onClose();
      onDone();
    },
    (error) => {
      setFault(error.message);
      return true;
    },
  );
  return (
    <Modal
      open={person !== null}
      title={`调出：${person?.name ?? ''}`}
      okText="确认调出"
      okButtonProps={{ loading: release.busy }}
      cancelText="再核对一下"
      mask={{ closable: !release.busy }}
      onCancel={onClose}
      onOk={() => release.run()}
    >
      {fault && <Alert className="notice" type="error" showIcon title={fault} />}
      <Form layout="vertical" component="div">
        {person?.toUnitName ? (
          <p className="soft">
            学员申请调入<b>{person.toUnitName}</b>，调出后由该单位办理调入。
          </p>
        ) : (
          <Form.Item
            label="调入单位（可不填）"
            extra="填写后只有该单位能调入；不填则由现单位凭身份证号码调入"
          >
            <UnitSelect
              id="to-unit"
              value={toUnit?.id ?? null}
              valueName={toUnit?.name}
              onChange={setToUnit}
            />
          </Form.Item>
        )}
        <Form.Item label="说明（可不填）">
          <Input.TextArea
            value={note}
            rows={2}
            maxLength={200}
            aria-label="说明"
            placeholder="例如：2026年11月起调入县中医院"
            onChange={(event) => setNote(event.target.value)}
          />
        </Form.Item>
      </Form>
      <p className="field-note">现单位调入前，人员仍在本单位列表里，可以照常签到；学分随人转移，不受影响。</p>
    </Modal>
  );
}
