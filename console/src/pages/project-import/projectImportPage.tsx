import { Button } from 'antd';
import { Link } from 'react-router';
import { client } from '../../api/session';
import { Upload } from '../../api/upload';
import { ImportSteps } from '../../components/import/importSteps';
import { PageHeader } from '../../components/pageHeader';
import { usePermission } from '../../hooks/usePermission';

const COLUMNS = [
  { title: '项目编号', isRequired: true, note: '如 2020-14-02-049 (国)；不能重复' },
  { title: '项目名称', isRequired: true, note: '与公布的名称一致' },
  { title: '二/三级学科', isRequired: true, note: '如 护理学/外科护理学，或代码 1402' },
  { title: '项目负责人', isRequired: true, note: '姓名' },
  { title: '举办单位', isRequired: true, note: '本辖区单位的全称或单位编号' },
  { title: '学时', isRequired: true, note: '数字；学分按本地区的换算标准得出' },
  { title: '举办方式', note: '面授、远程或线上线下结合，不填为面授' },
];

/** 国家级项目导入: the list that the nation has published, from one Excel. */
export default function ProjectImportPage() {
  return (
    <>
      <PageHeader
        title="导入国家级项目"
        note="国家级项目不在本系统申报。导入后直接进入举办单位的项目库，单位即可选择举办。"
        back={{ to: '/projects', label: '项目库' }}
      />
      <ImportSteps
        unit="个项目"
        columns={COLUMNS}
        forbidden={usePermission('approveProjects')}
        template={() => client.catalogue.projectTemplate({})}
        check={(file, onProgress) => client.catalogue.checkProjects({ file: new Upload(file, onProgress) })}
        commit={async (importId) => ({
          added: (await client.catalogue.commitProjects({ importId })).imported,
        })}
        commitNote="确认后全部写入；任何一行与他人刚录入的项目重复，则全部不写入。"
        next={
          <Link to="/projects?nature=entered">
            <Button type="primary">查看项目库</Button>
          </Link>
        }
      />
    </>
  );
}
