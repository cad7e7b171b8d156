import { Link } from 'react-router';
import { client } from '../../api/session';
import { Upload } from '../../api/upload';
import { ImportSteps } from '../../components/import/importSteps';
import { PageHeader } from '../../components/pageHeader';
import { usePermission } from '../../hooks/usePermission';
import { refreshCounts } from '../../layout/counts';

/** The template's columns, as `server/areas/learners/staffImport.ts` writes them. */
const COLUMNS = [
  { title: '姓名', isRequired: true, note: '与身份证一致' },
  { title: '身份证号码', isRequired: true, note: '18位，按文本填写，不要变成科学计数' },
  { title: '手机号', isRequired: true, note: '本人手机号，本人凭它在小程序认领' },
  { title: '职称', isRequired: true, note: '从下拉列表选择' },
  { title: '科室', note: '可不填；不在科室列表里的，导入后到“科室”里建立或并入' },
];

/** 人员导入: the unit's staff from one Excel, so that nobody need be typed in or approved one by one. */
export default function StaffImportPage() {
  const forbidden = usePermission('approveLearners');
  return (
    <>
      <PageHeader
        title="人员导入"
        note="用Excel一次登记本单位人员。先逐行检查，全部无误才能导入；有一行出错，就一行也不写入。"
      />
      <ImportSteps
        unit="人"
        columns={COLUMNS}
        forbidden={forbidden}
        template={() => client.learners.staffTemplate({})}
        check={(file, onProgress) => client.learners.checkStaff({ file: new Upload(file, onProgress) })}
        commit={(importId) => client.learners.commitStaff({ importId })}
        commitNote="导入后直接成为本单位审核通过的人员，并生成医通卡号。请提醒他们用登记的手机号打开“继教通”小程序认领。"
        next={<Link to="/learners?state=approved">查看本单位人员</Link>}
        onDone={() => void refreshCounts('unit')}
      />
    </>
  );
}
