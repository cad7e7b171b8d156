import { AutoComplete, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { client } from '../../api/session';
import { useLoad } from '../../hooks/useLoad';

interface Props {
  open: boolean;
  /** Whom it is about, e.g. 韩雪 or 12人. */
  who: string;
  now?: string;
  busy: boolean;
  onCancel: () => void;
  onAssign: (department: string) => void;
}

/** 调整科室: chosen from the unit's list. */
export function DepartmentModal({ open, who, now = '', busy, onCancel, onAssign }: Props) {
  const [department, setDepartment] = useState(now);
  const list = useLoad(
    async () => (open ? (await client.regionsUnits.listDepartments({})).items : []),
    [open],
  );
  useEffect(() => setDepartment(open ? now : ''), [open, now]);
  const known = (list.data ?? []).filter(({ id }) => id !== null);
  const isNew = department.trim() !== '' && !known.some(({ name }) => name === department.trim());
  return (
    <Modal
      open={open}
      title={`调整科室：${who}`}
      okText="保存"
      okButtonProps={{ loading: busy, disabled: department.trim() === now }}
      cancelText="取消"
      mask={{ closable: !busy }}
      onCancel={onCancel}
      onOk={() => onAssign(department.trim())}
    >
      <AutoComplete
        style={{ width: '100%' }}
        aria-label="科室"
        placeholder="选择或填写科室"
        value={department}
        maxLength={40}
        allowClear
        showSearch={{ filterOption: (text, option) => option?.value.includes(text.trim()) ?? false }}
        options={known.map(({ name }) => ({ value: name }))}
        onChange={(value?: string) => setDepartment(value ?? '')}
      />
      <p className="field-note">
        {isNew && list.data
          ? '这个科室不在本单位的科室列表里，保存后可以到“科室”里建立'
          : '调整后立即生效，学员在“我的”里可以看到'}
      </p>
    </Modal>
  );
}
