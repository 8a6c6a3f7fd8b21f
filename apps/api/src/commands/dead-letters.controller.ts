import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../auth/actor';
import { Right } from '../auth/permission.decorators';
import { PageQuery } from '../http/schema/page.query';
import { DeadLetterPage, GiveUpBody, ResentView } from './dead-letter.view';
import { DeadLettersService } from './dead-letters.service';

@ApiTags('commands')
@Controller('dead-letters')
export class DeadLettersController {
  constructor(private readonly letters: DeadLettersService) {}

  @Get()
  @Right('requests.operate')
  @ApiOperation({ summary: 'Commands that could not be delivered, oldest first' })
  @ApiResponse({ status: 200, type: DeadLetterPage })
  listDeadLetters(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<DeadLetterPage> {
    return this.letters.list(actor, query);
  }

  @Post(':id/resend')
  @Right('requests.operate')
  @HttpCode(200)
  @ApiOperation({ summary: 'Send one again, now' })
  @ApiResponse({ status: 200, type: ResentView })
  resendDeadLetter(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ResentView> {
    return this.letters.resend(actor, id);
  }

  @Post(':id/give-up')
  @Right('requests.operate')
  @HttpCode(204)
  @ApiOperation({ summary: 'Close one for good; whoever sent it is told' })
  @ApiResponse({ status: 204 })
  giveUpDeadLetter(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: GiveUpBody): Promise<void> {
    return this.letters.giveUp(actor, id, body.reason);
  }
}
