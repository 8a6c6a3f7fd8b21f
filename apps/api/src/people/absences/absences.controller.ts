import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../auth/actor';
import { SignedIn } from '../../auth/permission.decorators';
import { AbsenceOutlookService } from './absence-outlook.service';
import {
  AbsenceAnswerBody,
  AbsenceBody,
  AbsenceCaseBody,
  AbsenceCaseView,
  AbsenceOutlookView,
  AbsencesQuery,
  AbsencesView,
  AbsenceView,
} from './absence.view';
import { AbsencesService } from './absences.service';

@ApiTags('people')
@Controller('absences')
export class AbsencesController {
  constructor(
    private readonly absences: AbsencesService,
    private readonly outlooks: AbsenceOutlookService,
  ) {}

  @Get()
  @SignedIn()
  @ApiOperation({ summary: 'When the caller is away, and for whom they stand in' })
  @ApiResponse({ status: 200, type: AbsencesView })
  listAbsences(@CurrentActor() actor: Actor, @Query() { person }: AbsencesQuery): Promise<AbsencesView> {
    return this.absences.list(actor, person);
  }

  @Post()
  @SignedIn()
  @ApiOperation({ summary: 'Ask somebody to stand in while one is away; it holds once they have accepted' })
  @ApiResponse({ status: 201, type: AbsenceView })
  askAbsence(@CurrentActor() actor: Actor, @Body() body: AbsenceBody): Promise<AbsenceView> {
    return this.absences.ask(actor, body);
  }

  @Post('outlook')
  @SignedIn()
  @HttpCode(200)
  @ApiOperation({ summary: 'What an absence would do: where open tasks go, who signs what. Nothing is kept' })
  @ApiResponse({ status: 200, type: AbsenceOutlookView })
  foreseeAbsence(@CurrentActor() actor: Actor, @Body() body: AbsenceBody): Promise<AbsenceOutlookView> {
    return this.outlooks.outlook(actor, body);
  }

  @Post('case')
  @SignedIn()
  @HttpCode(200)
  @ApiOperation({ summary: 'Who would sign a case that comes while somebody is away. Nothing is kept' })
  @ApiResponse({ status: 200, type: AbsenceCaseView })
  tryCase(@CurrentActor() actor: Actor, @Body() body: AbsenceCaseBody): Promise<AbsenceCaseView> {
    return this.outlooks.whoSigns(actor, body);
  }

  @Post(':id/answer')
  @SignedIn()
  @HttpCode(200)
  @ApiOperation({ summary: 'Accept or decline to stand in' })
  @ApiResponse({ status: 200, type: AbsenceView })
  answerAbsence(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { accept }: AbsenceAnswerBody,
  ): Promise<AbsenceView> {
    return this.absences.answer(actor, id, accept);
  }

  @Post(':id/end')
  @SignedIn()
  @HttpCode(200)
  @ApiOperation({ summary: 'Cancel an absence, or end it early; open tasks come back by themselves' })
  @ApiResponse({ status: 200, type: AbsenceView })
  endAbsence(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<AbsenceView> {
    return this.absences.end(actor, id);
  }
}
