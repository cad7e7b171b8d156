import type { DepartmentRow } from '@common/contract/regionsUnits';
import { App } from 'antd';
import { useEffect, useState } from 'react';
import { client } from '../../api/session';
import { useAction } from '../../hooks/useAction';
import { useLoad } from '../../hooks/useLoad';

/** One of the unit's own list. */
export type Department = DepartmentRow & { id: string };
type Answer = { items: DepartmentRow[] };

const areas = client.regionsUnits;

/** The unit's departments, and what can be done to them. Each change answers the whole list anew. */
export function useDepartments() {
  const { message } = App.useApp();
  const load = useLoad(() => areas.listDepartments({}), []);
  const [changed, setChanged] = useState<DepartmentRow[] | null>(null);
  // A list loaded anew is newer than any change before it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => setChanged(null), [load.data]);

  const items = changed ?? load.data?.items ?? [];
  const listed = items.filter((row): row is Department => row.id !== null);
  const typed = items.filter(({ id }) => id === null);

  const change = useAction(
    async (call: () => Promise<Answer>, words: string | null, onDone?: () => void) => {
      setChanged((await call()).items);
      if (words) {
        message.success(words);
      }
      onDone?.();
    },
    (error) => {
      message.error(error.message);
      // Somebody else may have changed the list.
      load.reload();
      return true;
    },
  );

  /** The order as it will be is shown at once, and put right by the answer. */
  const sort = (order: Department[]) => {
    setChanged([...order, ...typed]);
    void change.run(() => areas.sortDepartments({ departmentIds: order.map(({ id }) => id) }), null);
  };
  return {
    load,
    listed,
    typed,
    busy: change.busy,
    sort,
    create: (name: string, onDone?: () => void) =>
      change.run(() => areas.createDepartment({ name }), `已建立${name}`, onDone),
    rename: (row: Department, name: string, onDone: () => void) =>
      change.run(
        () => areas.renameDepartment({ departmentId: row.id, name }),
        `${row.name}已改名为${name}，人员随之`,
        onDone,
      ),
    merge: (from: DepartmentRow[], into: Department, onDone: () => void) =>
      change.run(
        () => areas.mergeDepartments({ from: from.map(({ name }) => name), intoId: into.id }),
        `已并入${into.name}，人员随之`,
        onDone,
      ),
    remove: (row: Department) =>
      change.run(() => areas.removeDepartment({ departmentId: row.id }), `已删除${row.name}`),
  };
}
export type Departments = ReturnType<typeof useDepartments>;
