import { People1763800000001 } from './1763800000001-people';
import { Access1763800000002 } from './1763800000002-access';
import { Definitions1763800000003 } from './1763800000003-definitions';
import { Requests1763800000004 } from './1763800000004-requests';
import { Delivery1763800000005 } from './1763800000005-delivery';
import { DirectoryFunctions1763800000006 } from './1763800000006-directory-functions';
import { RecordFunctions1763800000007 } from './1763800000007-record-functions';
import { RecordWrite1763800000008 } from './1763800000008-record-write';
import { RequestRevision1763800000010 } from './1763800000010-request-revision';
import { JournalDerived1763800000011 } from './1763800000011-journal-derived';
import { ClaimsByCheck1763800000012 } from './1763800000012-claims-by-check';
import { LeanDecisions1763800000013 } from './1763800000013-lean-decisions';
import { TasksByKey1763800000014 } from './1763800000014-tasks-by-key';
import { DirectoryParts1763800000015 } from './1763800000015-directory-parts';
import { PlansByConnection1763800000016 } from './1763800000016-plans-by-connection';
import { Doors1764200000300 } from './1764200000300-doors';
import { RequestFiles1764200000400 } from './1764200000400-request-files';
import { DraftVersions1764200000401 } from './1764200000401-draft-versions';
import { DeadLetters1764200000402 } from './1764200000402-dead-letters';
import { FunctionsByVersion1764200000500 } from './1764200000500-functions-by-version';
import { CompanySettings1764200000501 } from './1764200000501-company-settings';
import { DirectoryReview1764200000502 } from './1764200000502-directory-review';
import { Desks1764200000600 } from './1764200000600-desks';
import { Search1764200000601 } from './1764200000601-search';
import { SingleKeys1764200000700 } from './1764200000700-single-keys';
import { DirectoryCauses1764200000800 } from './1764200000800-directory-causes';
import { FamiliarNetworks1764200000801 } from './1764200000801-familiar-networks';
import { PersonLeft1764200000802 } from './1764200000802-person-left';
import { DeskStatus1764200000900 } from './1764200000900-desk-status';

/** Every migration, oldest first. */
export const MIGRATIONS = [
  People1763800000001,
  Access1763800000002,
  Definitions1763800000003,
  Requests1763800000004,
  Delivery1763800000005,
  DirectoryFunctions1763800000006,
  RecordFunctions1763800000007,
  RecordWrite1763800000008,
  RequestRevision1763800000010,
  JournalDerived1763800000011,
  ClaimsByCheck1763800000012,
  LeanDecisions1763800000013,
  TasksByKey1763800000014,
  DirectoryParts1763800000015,
  PlansByConnection1763800000016,
  Doors1764200000300,
  RequestFiles1764200000400,
  DraftVersions1764200000401,
  DeadLetters1764200000402,
  FunctionsByVersion1764200000500,
  CompanySettings1764200000501,
  DirectoryReview1764200000502,
  Desks1764200000600,
  Search1764200000601,
  SingleKeys1764200000700,
  DirectoryCauses1764200000800,
  FamiliarNetworks1764200000801,
  PersonLeft1764200000802,
  DeskStatus1764200000900,
];
