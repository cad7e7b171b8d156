import type { DepartmentRow } from '@common/contract/regionsUnits';
import { App, Button } from 'antd';
import { useState } from 'react';
import { Guarded } from '../../components/guarded';
import { SearchBox } from '../../components/searchBox';
import { EmptyState } from '../../components/states';
import { usePermission } from '../../hooks/usePermission';
import { CreateBox } from './createBox';
import { DepartmentLine } from './departmentLine';
import { moved } from './moved';
import type { Department, Departments } from './useDepartments';

interface Props {
  departments: Departments;
  q: string;
  onSearch: (q: string) => void;
  onMerge: (from: DepartmentRow[]) => void;
}

/** The unit's own list, in the order in which learners choose from it. */
export function ListedCard({ departments, q, onSearch, onMerge }: Props) {
  const { modal } = App.useApp();
  const mayManage = usePermission('manageAccount') === null;
  const [chosen, setChosen] = useState<string[]>([]);
  const [drag, setDrag] = useState<{ from: number; to: number } | null>(null);
  const { listed, busy, sort, create, remove } = departments;
  const chosenRows = listed.filter(({ id }) => chosen.includes(id));
  const order = drag ? moved(listed, drag.from, drag.to) : listed;
  const shown = q ? listed.filter(({ name }) => name.includes(q)) : order;

  const askRemove = (row: Department) =>
    modal.confirm({
      title: `删除${row.name}？`,
      content: '这个科室没有人员。删除后学员不能再选择它。',
      okText: '删除',
      okButtonProps: { danger: true },
      cancelText: '取消',
      icon: null,
      onOk: () => remove(row),
    });
  const drop = () => {
    if (drag && drag.from !== drag.to) {
      sort(order);
    }
    setDrag(null);
  };

  return (
    <section className="card">
      <div className="filter-bar">
        <CreateBox busy={busy} onCreate={create} />
        <div className="filter-bar__end cell-actions">
          <SearchBox value={q} placeholder="科室名称" onSearch={onSearch} />
          <Guarded permission="manageAccount">
            <Button
              disabled={busy || chosenRows.length === 0 || chosenRows.length >= listed.length}
              onClick={() => onMerge(chosenRows)}
            >
              合并所选{chosenRows.length > 0 && `（${chosenRows.length}）`}
            </Button>
          </Guarded>
        </div>
      </div>
      {shown.length === 0 ? (
        <EmptyState
          isSmall
          icon="search"
          title={q ? `没有名称含“${q}”的科室` : '还没有建立科室'}
          hint={q ? '可以换几个字' : '在上面逐个新建；建立后学员注册时可以直接选择，审核时也更容易核对'}
          action={q && <Button onClick={() => onSearch('')}>查看全部科室</Button>}
        />
      ) : (
        <ul className="departments">
          {shown.map((row, index) => (
            <DepartmentLine
              key={row.id}
              row={row}
              index={index}
              count={listed.length}
              departments={departments}
              isChosen={chosen.includes(row.id)}
              canSort={q === '' && mayManage}
              isDragged={drag?.to === index}
              onChoose={(isOn) =>
                setChosen(isOn ? [...chosen, row.id] : chosen.filter((id) => id !== row.id))
              }
              onMove={(to) => sort(moved(listed, index, to))}
              onMerge={() => onMerge([row])}
              onRemove={() => askRemove(row)}
              onDragStart={() => setDrag({ from: index, to: index })}
              onDragOver={() => drag && drag.to !== index && setDrag({ ...drag, to: index })}
              onDragEnd={drop}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
