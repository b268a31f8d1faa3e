// What every cell of a notebook has at hand, on either kernel: one import a line.
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.*;
import java.util.stream.*;

import heed.attention.*;
import heed.baseline.*;
import heed.batch.*;
import heed.chart.*;
import heed.clicks.*;
import heed.datasets.*;
import heed.evaluation.*;
import heed.experiment.*;
import heed.explain.*;
import heed.features.*;
import heed.interactions.*;
import heed.model.*;
import heed.notebook.*;
import heed.planted.*;
import heed.recommend.*;
import heed.search.*;
import heed.sequence.*;
import heed.training.*;
import static heed.notebook.Notebook.*;

import tech.tablesaw.api.*;
