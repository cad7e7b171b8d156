import { yearOf } from '@common/rules/shanghaiTime';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { client } from '../../api/session';
import { useAction } from '../../hooks/useAction';
import './certificates.css';

/** So many years back are offered. */
const YEARS = 8;

/** 打印学分登记手册 of a year and 学分记录明细表 of everything, for one of the unit's people. */
export function BookletButtons({ learnerId }: { learnerId: string }) {
  const thisYear = yearOf(Date.now());
  const [year, setYear] = useState(thisYear);
  const booklet = useAction(async () => {
    await (await client.certificates.learnerBooklet({ learnerId, year })).save();
  });
  const statement = useAction(async () => {
    await (await client.certificates.learnerStatement({ learnerId })).save();
  });
  return (
    <div className="booklet-buttons">
      <Select
        aria-label="年度"
        value={year}
        onChange={setYear}
        options={Array.from({ length: YEARS }, (_, back) => ({
          value: thisYear - back,
          label: `${thisYear - back}年度`,
        }))}
      />
      <Button loading={booklet.busy} onClick={booklet.run}>
        下载学分登记手册
      </Button>
      <Button loading={statement.busy} onClick={statement.run}>
        下载学分记录明细表
      </Button>
    </div>
  );
}
