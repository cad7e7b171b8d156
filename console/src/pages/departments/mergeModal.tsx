import type { DepartmentRow } from '@common/contract/regionsUnits';
import { Modal, Select } from 'antd';
import { useEffect, useState } from 'react';
import type { Department } from './useDepartments';

interface Props {
  /** Null while closed. */
  from: DepartmentRow[] | null;
  listed: Department[];
  busy: boolean;
  onCancel: () => void;
  onMerge: (into: Department) => void;
}

/** 合并: which department takes the people over; the others are gone after. */
export function MergeModal({ from, listed, busy, onCancel, onMerge }: Props) {
  const [intoId, setIntoId] = useState<string | null>(null);
  useEffect(() => {
    if (from) {
      setIntoId(null);
    }
  }, [from]);
  const names = from?.map(({ name }) => name) ?? [];
  const people = (from ?? []).reduce((sum, { approved, pending }) => sum + approved + pending, 0);
  const targets = listed.filter(({ name }) => !names.includes(name));
  const into = targets.find(({ id }) => id === intoId);
  return (
    <Modal
      open={from !== null}
      title={`合并科室：${names.slice(0, 3).join('、')}${names.length > 3 ? `等${names.length}个` : ''}`}
      okText="合并"
      okButtonProps={{ loading: busy, disabled: !into }}
      cancelText="取消"
      mask={{ closable: !busy }}
      onCancel={onCancel}
      onOk={() => into && onMerge(into)}
    >
      <Select
        style={{ width: '100%' }}
        aria-label="并入的科室"
        placeholder="选择并入哪个科室"
        value={intoId ?? undefined}
        showSearch
        notFoundContent="没有这个科室"
        options={targets.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setIntoId}
      />
      <p className="field-note">
        {into
          ? `${people}人将转到${into.name}，${names.join('、')}不再保留。合并后不能自动拆回。`
          : '原科室的人员全部转到所选科室，原科室不再保留'}
      </p>
    </Modal>
  );
}
