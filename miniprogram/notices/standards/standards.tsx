import type { StandardTable } from '@common/contract/standards';
import { rowsByCategory } from '@common/rules/standardSearch';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Chips } from '@/components/chips/chips';
import { Empty } from '@/components/empty/empty';
import { ErrorState } from '@/components/error-state/errorState';
import { SearchBox } from '@/components/search-box/searchBox';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useLoad } from '@/hooks/useLoad';
import { replaceWith } from '@/services/navigate';
import { api } from '@/services/session';
import { CategoryCard } from './categoryCard';

interface StandardsProps {
  /** Null: the learner's. */
  regionCode: string | null;
  /** Undefined: the present one. */
  year: number | undefined;
  onYear: (year: number) => void;
}

/** The table that holds in a region in a year, and the years there are. */
export function Standards({ regionCode, year, onYear }: StandardsProps) {
  const { data, error, reload } = useLoad(
    () =>
      regionCode === null
        ? api.standards.myStandard({ year })
        : api.standards.publicStandard({ regionCode, year }),
    `${regionCode} ${year}`,
  );
  if (!data) {
    return error ? <ErrorState error={error} onRetry={reload} /> : <Skeleton cards={3} />;
  }
  const { table, years } = data;
  return (
    <>
      {years.length > 1 ? (
        <Chips
          isLine
          options={years.map((each) => ({ value: String(each), label: `${each}年` }))}
          value={table && String(table.year)}
          onChange={(each) => onYear(Number(each))}
        />
      ) : null}
      {table ? (
        <Table table={table} />
      ) : (
        <Empty
          icon="certificate"
          title="还没有发布学分审核标准"
          detail="本地区和上级卫生健康行政部门发布后会显示在这里"
        >
          <Button id="go-notices" onPress={() => replaceWith('notices')}>
            查看通知与常见问题
          </Button>
        </Empty>
      )}
    </>
  );
}

function Table({ table }: { table: StandardTable }) {
  const [words, setWords] = useState('');
  const categories = rowsByCategory(table.rows, words);
  return (
    <>
      <View className="standards__head">
        <View className="t-head">{table.year}年学分审核标准</View>
        <View className="t-small">{table.authorityName}</View>
        {table.basis ? <View className="standards__basis">{table.basis}</View> : null}
      </View>
      <SearchBox
        id="standards-q"
        value={words}
        onChange={setWords}
        label="搜索学分审核标准"
        placeholder="搜索，如“论文”“进修”"
      />
      {categories.map(([category, rows]) => (
        <CategoryCard key={category} category={category} rows={rows} />
      ))}
      {categories.length === 0 ? (
        <Empty icon="search" title={`没有与“${words.trim()}”相关的标准`} detail="可以换个词，或查看全部">
          <Button id="everything" onPress={() => setWords('')}>
            查看全部
          </Button>
        </Empty>
      ) : null}
    </>
  );
}
