import { CREDIT_CLASSES, codesOf, STANDARD_CATEGORIES } from '@common/terms';
import { App, Button, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { Icon } from '../../components/icon';
import { MoveButtons } from '../../components/moveButtons';
import { EmptyState } from '../../components/states';
import { newKey } from './newKey';
import { PasteModal } from './pasteModal';
import { MOST_ROWS, type RowDraft, rowFault } from './rowDraft';

const CATEGORIES = codesOf(STANDARD_CATEGORIES).map((value) => ({
  value,
  label: STANDARD_CATEGORIES[value],
}));
const CLASSES = codesOf(CREDIT_CLASSES).map((value) => ({ value, label: CREDIT_CLASSES[value] }));

interface Props {
  rows: RowDraft[];
  disabled: boolean;
  /** Whether rows that are not complete say so. */
  showsFaults: boolean;
  onChange: (rows: RowDraft[]) => void;
}

/** The rows of a standard, each on one line; a new one goes on from the last. */
export function RowsEditor({ rows, disabled, showsFaults, onChange }: Props) {
  const { message } = App.useApp();
  const [isPasting, setPasting] = useState(false);
  const isFull = rows.length >= MOST_ROWS;
  const change = (key: string, some: Partial<RowDraft>) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...some } : row)));
  const move = (index: number, by: -1 | 1) => {
    const next = [...rows];
    const [row] = next.splice(index, 1);
    if (row) {
      next.splice(index + by, 0, row);
      onChange(next);
    }
  };
  const add = () => {
    const { category = 'project', creditClass = 'classII', per = '' } = rows.at(-1) ?? {};
    onChange([
      ...rows,
      { key: newKey(), category, creditClass, per, item: '', from: null, to: null, note: '' },
    ]);
  };
  return (
    <>
      {rows.length === 0 ? (
        <EmptyState isSmall icon="medal" title="还没有标准" hint="一行一项；已有Excel表的，可以直接粘贴" />
      ) : (
        <div className="standard-rows">
          <div className="standard-rows__line standard-rows__head" aria-hidden="true">
            <span>类别</span>
            <span>项目</span>
            <span>学分类别</span>
            <span>学分</span>
            <span>计算单位</span>
            <span>说明、证明材料</span>
            <span />
          </div>
          {rows.map((row, index) => (
            <RowLine
              key={row.key}
              row={row}
              name={`第${index + 1}行`}
              disabled={disabled}
              fault={showsFaults ? rowFault(row) : null}
              isFirst={index === 0}
              isLast={index === rows.length - 1}
              onChange={(some) => change(row.key, some)}
              onMove={(by) => move(index, by)}
              onRemove={() => onChange(rows.filter(({ key }) => key !== row.key))}
            />
          ))}
        </div>
      )}
      <div className="standard-rows__foot">
        <Button icon={<Icon name="add" size={16} />} disabled={disabled || isFull} onClick={add}>
          加一行
        </Button>
        <Button
          icon={<Icon name="copy" size={16} />}
          disabled={disabled || isFull}
          onClick={() => setPasting(true)}
        >
          从Excel粘贴
        </Button>
        <span className="faint">
          {isFull ? `最多${MOST_ROWS}行` : `共${rows.length}行；读者看到的按类别排列`}
        </span>
      </div>
      <PasteModal
        open={isPasting}
        onClose={() => setPasting(false)}
        onRows={(pasted) => {
          const all = [...rows, ...pasted];
          if (all.length > MOST_ROWS) {
            message.warning(`一份标准最多${MOST_ROWS}行，最后${all.length - MOST_ROWS}行没有加入`);
          }
          onChange(all.slice(0, MOST_ROWS));
          setPasting(false);
        }}
      />
    </>
  );
}

interface LineProps {
  row: RowDraft;
  /** 第3行. */
  name: string;
  disabled: boolean;
  fault: string | null;
  isFirst: boolean;
  isLast: boolean;
  onChange: (some: Partial<RowDraft>) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

function RowLine({ row, name, disabled, fault, isFirst, isLast, onChange, onMove, onRemove }: LineProps) {
  return (
    <fieldset className="standard-rows__line" aria-label={name}>
      <Select
        aria-label={`${name}类别`}
        disabled={disabled}
        value={row.category}
        options={CATEGORIES}
        popupMatchSelectWidth={false}
        onChange={(category) => onChange({ category })}
      />
      <Input
        aria-label={`${name}项目`}
        disabled={disabled}
        value={row.item}
        maxLength={100}
        placeholder="例如 国际刊物（第一作者）"
        onChange={({ target }) => onChange({ item: target.value })}
      />
      <Select
        aria-label={`${name}学分类别`}
        disabled={disabled}
        value={row.creditClass}
        options={CLASSES}
        onChange={(creditClass) => onChange({ creditClass })}
      />
      <span className="standard-rows__credits">
        <Credits
          label={`${name}学分`}
          value={row.from}
          disabled={disabled}
          onChange={(from) => onChange({ from })}
        />
        至
        <Credits
          label={`${name}最高学分`}
          value={row.to}
          placeholder="同前"
          disabled={disabled}
          onChange={(to) => onChange({ to })}
        />
      </span>
      <Input
        aria-label={`${name}计算单位`}
        disabled={disabled}
        value={row.per}
        maxLength={20}
        placeholder="每篇"
        onChange={({ target }) => onChange({ per: target.value })}
      />
      <Input
        aria-label={`${name}说明`}
        disabled={disabled}
        value={row.note}
        maxLength={200}
        onChange={({ target }) => onChange({ note: target.value })}
      />
      <span className="standard-rows__moves">
        <MoveButtons name={name} isFirst={disabled || isFirst} isLast={disabled || isLast} onMove={onMove} />
        <Button
          type="text"
          danger
          aria-label={`删除${name}`}
          title="删除"
          disabled={disabled}
          icon={<Icon name="close" size={16} />}
          onClick={onRemove}
        />
      </span>
      {fault && (
        <p className="standard-rows__fault" role="alert">
          {fault}
        </p>
      )}
    </fieldset>
  );
}

interface CreditsProps {
  label: string;
  value: number | null;
  placeholder?: string;
  disabled: boolean;
  onChange: (hundredths: number | null) => void;
}

/** A number of credits; the value in hundredths. */
function Credits({ label, value, onChange, ...rest }: CreditsProps) {
  return (
    <InputNumber<number>
      {...rest}
      aria-label={label}
      value={value === null ? null : value / 100}
      min={0}
      max={1000}
      precision={2}
      controls={false}
      formatter={(number) => String(number ?? '')}
      onChange={(number) => onChange(number === null ? null : Math.round(number * 100))}
    />
  );
}
