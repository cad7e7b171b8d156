import type { LearnerRow } from '@common/contract/learners';
import { PERSONNEL_STATUSES, type PersonnelStatus, TITLES } from '@common/terms';
import { theme } from '@common/theme';
import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Chips } from '@/components/chips/chips';
import { Empty } from '@/components/empty/empty';
import { ErrorState } from '@/components/error-state/errorState';
import { Icon } from '@/components/icon/icon';
import { Page } from '@/components/page/page';
import { Pressable } from '@/components/pressable/pressable';
import { Skeleton } from '@/components/skeleton/skeleton';
import { StatusTag } from '@/components/status-tag/statusTag';
import { useDebounced } from '@/hooks/useDebounced';
import { usePages } from '@/hooks/usePages';
import { open } from '@/services/navigate';
import { api } from '@/services/session';
import { AdminGate } from '../parts/adminGate';
import { DepartmentSheet } from '../parts/departmentSheet';
import { Portrait } from '../parts/portrait';
import { SearchBox } from '../parts/searchBox';
import './index.scss';

type StatusFilter = PersonnelStatus | 'all';
const STATUSES: { value: StatusFilter; label: string }[] = [
  { value: 'all', label: '全部' },
  ...(Object.keys(PERSONNEL_STATUSES) as PersonnelStatus[]).map((value) => ({
    value,
    label: PERSONNEL_STATUSES[value],
  })),
];

/** 人员: the unit's approved learners by name, 身份证号码 or 医通卡号, by 科室 and by 人员状态. */
export default function PeoplePage() {
  return (
    <Page className="people">
      <AdminGate>{() => <People />}</AdminGate>
    </Page>
  );
}

function People() {
  const [typed, setTyped] = useState('');
  const [department, setDepartment] = useState('');
  const [status, setStatus] = useState<StatusFilter>('all');
  const [isChoosing, setChoosing] = useState(false);
  const q = useDebounced(typed.trim());
  const pages = usePages(
    (page, pageSize) =>
      api.learners.listLearners({ state: 'approved', q, department, status, page, pageSize }),
    `${q} ${department} ${status}`,
  );
  usePullDownRefresh(() => {
    void pages.reload().finally(() => Taro.stopPullDownRefresh());
  });
  const { items, error } = pages;
  const isFiltered = Boolean(q || department || status !== 'all');
  const clear = () => {
    setTyped('');
    setDepartment('');
    setStatus('all');
  };
  return (
    <>
      <SearchBox value={typed} onChange={setTyped} />
      <View className="filter-line">
        <Chips isLine options={STATUSES} value={status} onChange={setStatus} />
      </View>
      <View className="row row--between people__bar">
        <View className="people__total">{items ? `共 ${pages.total} 人` : ''}</View>
        <Pressable id="department-filter" className="people__department" onPress={() => setChoosing(true)}>
          {department || '全部科室'}
          <Icon name="chevron" size={16} color={theme.color.brand} />
        </Pressable>
      </View>
      {items ? (
        <>
          {items.map((learner) => (
            <PersonCard key={learner.id} learner={learner} />
          ))}
          {pages.hasMore ? (
            <Button kind="secondary" onPress={pages.more}>
              加载更多
            </Button>
          ) : null}
          {items.length === 0 ? <Nobody isFiltered={isFiltered} onClear={clear} /> : null}
        </>
      ) : error ? (
        <ErrorState error={error} onRetry={pages.reload} />
      ) : (
        <Skeleton cards={4} lines={2} />
      )}
      <DepartmentSheet
        isFilter
        isOpen={isChoosing}
        value={department}
        onClose={() => setChoosing(false)}
        onChoose={(name) => {
          setDepartment(name);
          setChoosing(false);
        }}
      />
    </>
  );
}

function PersonCard({ learner }: { learner: LearnerRow }) {
  return (
    <Pressable className="card person" onPress={() => open('adminPerson', { learnerId: learner.id })}>
      <Portrait url={learner.photoUrl} name={learner.name} />
      <View className="person__words">
        <View className="row">
          <View className="person__name">{learner.name}</View>
          {learner.status === 'active' ? null : (
            <StatusTag tone="waiting">{PERSONNEL_STATUSES[learner.status]}</StatusTag>
          )}
        </View>
        <View className="person__line">
          {[TITLES[learner.title], learner.department].filter(Boolean).join(' · ')}
        </View>
        <View className="person__line">医通卡号 {learner.personnelNo ?? '—'}</View>
      </View>
      <Icon name="chevron" size={18} color={theme.color.inkFaint} />
    </Pressable>
  );
}

function Nobody({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  return isFiltered ? (
    <Empty icon="search" title="没有找到这样的人员" detail="身份证号码和医通卡号要输入完整">
      <Button kind="secondary" onPress={onClear}>
        查看全部人员
      </Button>
    </Empty>
  ) : (
    <Empty icon="people" title="还没有审核通过的人员" detail="学员注册并选择本单位后，由您审核">
      <Button onPress={() => open('adminPending')}>去审核</Button>
    </Empty>
  );
}
