import type { Title } from '@common/terms';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { TITLE_OPTIONS } from '../application/titleOptions';
import type { DraftLecturer } from './draft';

/** A lecturer who has no 人员编号: he is named, and gets no credits for lecturing. */
export function LecturerByName({ onAdd }: { onAdd: (lecturer: DraftLecturer) => void }) {
  const [name, setName] = useState('');
  const [title, setTitle] = useState<Title | null>(null);
  const [unitName, setUnitName] = useState('');
  const add = () => {
    onAdd({ name: name.trim(), personnelNo: null, title, unitName: unitName.trim() });
    setName('');
    setTitle(null);
    setUnitName('');
  };
  return (
    <span className="lecturers__entry">
      <Input
        value={name}
        maxLength={40}
        aria-label="主讲人姓名"
        placeholder="姓名"
        onChange={({ target }) => setName(target.value)}
      />
      <Select
        value={title}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        aria-label="主讲人职称"
        placeholder="职称"
        options={TITLE_OPTIONS}
        onChange={(chosen?: Title) => setTitle(chosen ?? null)}
      />
      <Input
        value={unitName}
        maxLength={100}
        aria-label="主讲人单位"
        placeholder="单位"
        onChange={({ target }) => setUnitName(target.value)}
      />
      <Button disabled={name.trim() === ''} onClick={add}>
        添加
      </Button>
    </span>
  );
}
