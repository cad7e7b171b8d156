import { Button, Checkbox, Input, Tooltip } from 'antd';
import { useState } from 'react';
import { Guarded } from '../../components/guarded';
import { Icon } from '../../components/icon';
import { People } from './people';
import type { Department, Departments } from './useDepartments';

interface Props {
  row: Department;
  index: number;
  count: number;
  departments: Departments;
  isChosen: boolean;
  /** False while a search shows only some: their order says nothing then. */
  canSort: boolean;
  onChoose: (isChosen: boolean) => void;
  onMove: (to: number) => void;
  onMerge: () => void;
  onRemove: () => void;
  onDragStart: () => void;
  onDragOver: () => void;
  onDragEnd: () => void;
  isDragged: boolean;
}

/** One department: renamed where it stands, moved by dragging or by the arrows, removed when nobody is in it. */
export function DepartmentLine({ row, index, count, departments, isChosen, canSort, ...on }: Props) {
  const [name, setName] = useState<string | null>(null);
  const { busy, rename } = departments;
  const isUsed = row.approved + row.pending > 0;
  const save = () => {
    const next = (name ?? '').trim();
    if (next === '' || next === row.name) {
      setName(null);
      return;
    }
    void rename(row, next, () => setName(null));
  };
  return (
    <li
      className={`departments__row${on.isDragged ? ' departments__row--dragged' : ''}`}
      draggable={canSort && name === null}
      onDragStart={on.onDragStart}
      onDragOver={(event) => {
        event.preventDefault();
        on.onDragOver();
      }}
      onDragEnd={on.onDragEnd}
    >
      <Checkbox
        checked={isChosen}
        aria-label={`选择${row.name}`}
        onChange={(event) => on.onChoose(event.target.checked)}
      />
      {name === null ? (
        <b>{row.name}</b>
      ) : (
        <Input
          className="departments__name"
          value={name}
          maxLength={40}
          autoFocus
          aria-label="科室名称"
          disabled={busy}
          onChange={(event) => setName(event.target.value)}
          onPressEnter={save}
          onBlur={save}
          onKeyDown={(event) => event.key === 'Escape' && setName(null)}
        />
      )}
      <People row={row} />
      <span className="cell-actions departments__actions">
        {canSort && (
          <Guarded permission="manageAccount">
            <Button
              type="text"
              size="small"
              aria-label={`${row.name}上移`}
              disabled={busy || index === 0}
              icon={<Icon name="back" size={16} />}
              className="departments__up"
              onClick={() => on.onMove(index - 1)}
            />
          </Guarded>
        )}
        {canSort && (
          <Guarded permission="manageAccount">
            <Button
              type="text"
              size="small"
              aria-label={`${row.name}下移`}
              disabled={busy || index === count - 1}
              icon={<Icon name="back" size={16} />}
              className="departments__down"
              onClick={() => on.onMove(index + 1)}
            />
          </Guarded>
        )}
        <Guarded permission="manageAccount">
          <Button type="link" disabled={busy} onClick={() => setName(row.name)}>
            改名
          </Button>
        </Guarded>
        <Guarded permission="manageAccount">
          <Button type="link" disabled={busy || count < 2} onClick={on.onMerge}>
            并入
          </Button>
        </Guarded>
        <Guarded permission="manageAccount">
          {isUsed ? (
            <Tooltip title="科室还有人员，请先并入其他科室">
              <Button type="link" danger aria-disabled className="departments__used">
                删除
              </Button>
            </Tooltip>
          ) : (
            <Button type="link" danger disabled={busy} onClick={on.onRemove}>
              删除
            </Button>
          )}
        </Guarded>
      </span>
    </li>
  );
}
