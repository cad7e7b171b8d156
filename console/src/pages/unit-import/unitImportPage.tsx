import { Button } from 'antd';
import { Link } from 'react-router';
import { client } from '../../api/session';
import { Upload } from '../../api/upload';
import { ImportSteps } from '../../components/import/importSteps';
import { PageHeader } from '../../components/pageHeader';
import { usePermission } from '../../hooks/usePermission';

const COLUMNS = [
  { title: '单位名称', isRequired: true, note: '全称；同一区县内不能重复' },
  { title: '所在区县', isRequired: true, note: '如 河南省漯河市舞阳县，或6位行政区划代码' },
  { title: '别名', note: '多个用顿号隔开' },
  { title: '曾用名', note: '多个用顿号隔开' },
];

/** 单位导入: the units of a region from one Excel. */
export default function UnitImportPage() {
  return (
    <>
      <PageHeader
        title="单位导入"
        note="用Excel一次新增多个单位。先逐行检查，全部通过才能导入，不会只导入一半。"
      />
      <ImportSteps
        unit="个单位"
        columns={COLUMNS}
        forbidden={usePermission('manageAccount')}
        template={() => client.regionsUnits.unitTemplate({})}
        check={(file, onProgress) => client.regionsUnits.checkUnits({ file: new Upload(file, onProgress) })}
        commit={(importId) => client.regionsUnits.commitUnits({ importId })}
        commitNote="确认后全部写入，每个单位得到单位编号；账号在“单位”里逐个开通。"
        next={
          <Link to="/units">
            <Button type="primary">去开通账号</Button>
          </Link>
        }
      />
    </>
  );
}
