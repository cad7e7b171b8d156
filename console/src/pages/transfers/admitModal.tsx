import { Alert, App, AutoComplete, Form, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { client } from '../../api/session';
import { useAction } from '../../hooks/useAction';
import { useLoad } from '../../hooks/useLoad';
import type { PersonFound } from './personFound';
import { PersonFound as Person } from './personFound';

/** Who is to be admitted: by the number that was searched, or by the transfer in the list. */
export interface Admitting {
  by: { idNo: string } | { transferId: string };
  person: Parameters<typeof PersonFound>[0]['person'];
  fromUnitName: string;
}

interface Props {
  /** Null while closed. */
  admitting: Admitting | null;
  onClose: () => void;
  onDone: () => void;
}

/** 调入: the person, his new department, 保存. */
export function AdmitModal({ admitting, onClose, onDone }: Props) {
  const { message } = App.useApp();
  const [department, setDepartment] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const isOpen = admitting !== null;
  const departments = useLoad(
    async () => (isOpen ? (await client.regionsUnits.listDepartments({})).items : []),
    [isOpen],
  );
  useEffect(() => {
    if (isOpen) {
      setDepartment('');
      setFault(null);
    }
  }, [isOpen]);

  const admit = useAction(
    async () => {
      if (!admitting) {
        return;
      }
      setFault(null);
      const row = await client.transfers.admit({ ...admitting.by, department: department.trim() });
      message.success(`${row.name}已调入本单位`);
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
      open={isOpen}
      title="调入人员"
      okText="保存"
      okButtonProps={{ loading: admit.busy }}
      cancelText="取消"
      mask={{ closable: !admit.busy }}
      onCancel={onClose}
      onOk={() => admit.run()}
    >
      {fault && <Alert className="notice" type="error" showIcon title={fault} />}
      {admitting && <Person person={admitting.person} note={`由 ${admitting.fromUnitName} 调出`} />}
      <Form layout="vertical" component="div">
        <Form.Item label="到本单位后的科室（可不填）" className="admit__department">
          <AutoComplete
            aria-label="科室"
            placeholder="选择或填写科室"
            value={department}
            maxLength={40}
            allowClear
            showSearch={{ filterOption: (text, option) => option?.value.includes(text.trim()) ?? false }}
            options={departments.data?.flatMap(({ id, name }) => (id ? [{ value: name }] : []))}
            onChange={(value?: string) => setDepartment(value ?? '')}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
