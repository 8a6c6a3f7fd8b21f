import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../auth/actor';
import { SignedIn } from '../auth/permission.decorators';
import { OpeningPage, OpeningsQuery } from './dto/opening.view';
import { OpeningsService } from './openings.service';

/** Stores that are to open: all for whoever keeps the register of leases, those of their own units for whoever tracks requests. */
@ApiTags('stores')
@Controller('openings')
export class OpeningsController {
  constructor(private readonly openings: OpeningsService) {}

  @Get()
  @SignedIn()
  @ApiOperation({ summary: 'Stores that are to open, the next first, and how far their lists have come' })
  @ApiResponse({ status: 200, type: OpeningPage })
  listOpenings(@CurrentActor() actor: Actor, @Query() query: OpeningsQuery): Promise<OpeningPage> {
    return this.openings.list(actor, query);
  }
}
