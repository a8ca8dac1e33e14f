import java.io.File;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.profiles.OWL2DLProfile;
import org.semanticweb.owlapi.profiles.OWLProfileViolation;

/** Prints each violation of the OWL 2 DL profile in an ontology file, one a line. */
public final class Profile {
    public static void main(String[] arguments) throws Exception {
        OWLOntology ontology = OWLManager.createOWLOntologyManager()
            .loadOntologyFromOntologyDocument(new File(arguments[0]));
        for (OWLProfileViolation violation
                : new OWL2DLProfile().checkOntology(ontology).getViolations()) {
            System.out.println("violation\t" + violation.toString().replaceAll("\\s+", " "));
        }
    }
}
