import { useState } from 'react';
import { Page } from '@/components/page/page';
import { ReaderGate } from '../parts/readerGate';
import { Standards } from './standards';
import './index.scss';

/** 学分审核标准查询 (manual 004, 漯继医委): what is worth how much, by category and year. Open to everybody. */
export default function StandardsPage() {
  // Of the present year, until another is chosen.
  const [year, setYear] = useState<number>();
  return (
    <Page>
      <ReaderGate>
        {(regionCode) => <Standards regionCode={regionCode} year={year} onYear={setYear} />}
      </ReaderGate>
    </Page>
  );
}
