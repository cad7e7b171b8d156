import type { DepartmentRow } from '@common/contract/regionsUnits';
import { useState } from 'react';
import { Loaded } from '../../components/loaded';
import { PageHeader } from '../../components/pageHeader';
import { TableSkeleton } from '../../components/tableSkeleton';
import { useAddress } from '../../hooks/useAddress';
import { ListedCard } from './listedCard';
import { MergeModal } from './mergeModal';
import { TypedCard } from './typedCard';
import { useDepartments } from './useDepartments';
import './departments.css';

/** 科室: the list from which learners choose, in its order, and what they typed beside it. */
export default function DepartmentsPage() {
  const departments = useDepartments();
  const [filters, setFilters] = useAddress({ q: '' });
  const [merging, setMerging] = useState<DepartmentRow[] | null>(null);
  const { load, listed, typed, busy } = departments;
  return (
    <>
      <PageHeader title="科室" note="学员注册时按这里的顺序选择科室。改名、合并后，人员的科室随之改变。" />
      <Loaded
        load={load}
        skeleton={
          <section className="card">
            <TableSkeleton />
          </section>
        }
      >
        {() => (
          <>
            <TypedCard
              typed={typed}
              canMerge={listed.length > 0}
              busy={busy}
              onCreate={departments.create}
              onMerge={(row) => setMerging([row])}
            />
            <ListedCard
              departments={departments}
              q={filters.q}
              onSearch={(q) => setFilters({ q })}
              onMerge={setMerging}
            />
          </>
        )}
      </Loaded>
      <MergeModal
        from={merging}
        listed={listed}
        busy={busy}
        onCancel={() => setMerging(null)}
        onMerge={(into) => merging && departments.merge(merging, into, () => setMerging(null))}
      />
    </>
  );
}
