import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../auth/actor';
import { Right, SignedIn } from '../auth/permission.decorators';
import { TakesBody } from '../http/door/limits';
import { IdView } from '../http/schema/values.view';
import { LeaseImportService } from './lease-import.service';
import { LeaseRemovalService } from './lease-removal.service';
import { LeasesService } from './leases.service';
import {
  LeaseCounts,
  LeaseFilters,
  LeaseImportBody,
  LeaseImportQuery,
  LeaseImportView,
  LeaseOutBody,
  LeasePage,
  LeasesQuery,
  LeaseView,
} from './dto/lease.view';

/** The register of leases: of all stores for whoever keeps it, of their own units for whoever tracks requests. */
@ApiTags('stores')
@Controller('leases')
export class LeasesController {
  constructor(
    private readonly leases: LeasesService,
    private readonly imports: LeaseImportService,
    private readonly removal: LeaseRemovalService,
  ) {}

  @Get()
  @SignedIn()
  @ApiOperation({ summary: 'Leases as they stand, the next to run out first' })
  @ApiResponse({ status: 200, type: LeasePage })
  listLeases(@CurrentActor() actor: Actor, @Query() query: LeasesQuery): Promise<LeasePage> {
    return this.leases.list(actor, query);
  }

  @Get('counts')
  @SignedIn()
  @ApiOperation({ summary: 'How many leases each list has' })
  @ApiResponse({ status: 200, type: LeaseCounts })
  countLeases(@CurrentActor() actor: Actor, @Query() query: LeaseFilters): Promise<LeaseCounts> {
    return this.leases.counts(actor, query);
  }

  @Post('import')
  @TakesBody('form')
  @Right('leases.manage')
  @HttpCode(200)
  @ApiOperation({ summary: 'Terms of leases from a table: by contract and first day, all or nothing' })
  @ApiResponse({ status: 200, type: LeaseImportView })
  importLeases(
    @CurrentActor() actor: Actor,
    @Query() { trial }: LeaseImportQuery,
    @Body() { csv }: LeaseImportBody,
  ): Promise<LeaseImportView> {
    return trial === 'true' ? this.imports.tryOut(actor, csv) : this.imports.import(actor, csv);
  }

  @Get(':id')
  @SignedIn()
  @ApiOperation({ summary: 'One lease with its terms, and when what should begin' })
  @ApiResponse({ status: 200, type: LeaseView })
  readLease(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<LeaseView> {
    return this.leases.read(actor, id);
  }

  @Post(':id/take-out')
  @Right('leases.manage')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take a lease that should not be there out of the register, with all its terms; nothing of it is lost' })
  @ApiResponse({ status: 200, type: LeaseView })
  takeOutLease(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { why }: LeaseOutBody): Promise<LeaseView> {
    return this.removal.takeOut(actor, id, why.trim());
  }

  @Post(':id/put-back')
  @Right('leases.manage')
  @HttpCode(200)
  @ApiOperation({ summary: 'Put a lease that was taken out back into the register, as it was' })
  @ApiResponse({ status: 200, type: LeaseView })
  putBackLease(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<LeaseView> {
    return this.removal.putBack(actor, id);
  }

  @Post(':id/renewal')
  @SignedIn()
  @ApiOperation({ summary: 'Begin the renewal of a lease as a draft of one’s own; once for each term, the same draft again' })
  @ApiResponse({ status: 201, type: IdView })
  async renewLease(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<IdView> {
    return { id: await this.leases.renew(actor, id) };
  }
}
