import { TEXTS_SHOWN } from '@common/rules/forms';
import { Pagination } from 'antd';
import { useState } from 'react';

const PAGE_SIZE = 10;

interface Props {
  texts: readonly string[];
  /** How many there are in all. */
  answered: number;
}

/** What people wrote, ten at a time. */
export function TextList({ texts, answered }: Props) {
  const [page, setPage] = useState(1);
  const from = (page - 1) * PAGE_SIZE;
  return (
    <>
      <ul className="evaluation-texts">
        {texts.slice(from, from + PAGE_SIZE).map((text, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two people may have written the same.
          <li key={from + at}>{text}</li>
        ))}
      </ul>
      {texts.length > PAGE_SIZE && (
        <Pagination
          size="small"
          align="end"
          current={page}
          pageSize={PAGE_SIZE}
          total={texts.length}
          showSizeChanger={false}
          showTotal={(total) => `共 ${total} 条`}
          onChange={setPage}
        />
      )}
      {answered > texts.length && (
        <p className="field-note">
          这里显示{TEXTS_SHOWN}条，全部{answered}条请导出Excel查看
        </p>
      )}
    </>
  );
}
