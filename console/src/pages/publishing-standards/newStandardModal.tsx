import type { StandardTable } from '@common/contract/standards';
import { yearOf } from '@common/rules/shanghaiTime';
import { App, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { client, useMe } from '../../api/session';
import { NATION } from '../../components/public/region';
import { regionOfAuthority } from '../../components/region/regions';
import { useAction } from '../../hooks/useAction';
import { useLoad } from '../../hooks/useLoad';
import { nextYear } from './nextYear';

interface Props {
  /** The department's own, by which the year and what can be copied are chosen. */
  tables: readonly StandardTable[];
  onClose: () => void;
}

/** Begins a year's standard: empty, or as another year's or the authority's above. */
export function NewStandardModal({ tables, onClose }: Props) {
  const { message } = App.useApp();
  const navigate = useNavigate();
  const region = regionOfAuthority(useMe().authority?.code ?? '');
  const [year, setYear] = useState<number | null>(nextYear(tables, yearOf(Date.now())));
  const latest = tables[0];
  const [copyOf, setCopyOf] = useState(latest?.id ?? '');
  const above = useLoad(
    async () =>
      region
        ? (await client.standards.publicStandard({ regionCode: region.slice(0, -2) || NATION })).table
        : null,
    [region],
  );
  const isTaken = tables.some((table) => table.year === year);
  const create = useAction(async () => {
    if (year !== null) {
      const table = await client.standards.createStandard({ year, copyOf: copyOf || undefined });
      message.success('已新建，修改后发布');
      navigate(`/publishing/standards/${table.id}`);
    }
  });
  const sources = [...tables, ...(above.data ? [above.data] : [])];
  return (
    <Modal
      open
      title="新建学分审核标准"
      okText="新建"
      cancelText="取消"
      okButtonProps={{ loading: create.busy, disabled: year === null || isTaken }}
      mask={{ closable: !create.busy }}
      onCancel={onClose}
      onOk={() => create.run()}
    >
      <div className="new-standard">
        <label htmlFor="standard-year">年度</label>
        <InputNumber<number>
          id="standard-year"
          value={year}
          min={2000}
          max={2100}
          precision={0}
          formatter={(value) => String(value ?? '')}
          onChange={setYear}
        />
        {isTaken && <p className="warning-line">本部门已有{year}年的标准，请直接修改</p>}
        <label htmlFor="standard-source">内容</label>
        <Select
          id="standard-source"
          value={copyOf}
          options={[
            { value: '', label: '空白，自己填写' },
            ...sources.map((table) => ({
              value: table.id,
              label: `复制 ${table.authorityName} ${table.year}年的（${table.rows.length}行）`,
            })),
          ]}
          onChange={setCopyOf}
        />
      </div>
    </Modal>
  );
}
